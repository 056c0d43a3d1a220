-- Which States voted for a text that calls for joining a treaty, and have not joined it?
-- One row a State and treaty, with the first such vote; until observed_until nothing was known of their joining.
SELECT
    state, treaty_id, treaty, count(*) AS calls_voted_for,
    min_by(symbol, adopted_on || symbol) AS first_voted_for, min(adopted_on) AS first_voted_on,
    max_by(standing, adopted_on || symbol) AS standing, max(observed_until) AS observed_until
FROM states_not_joined
WHERE vote = 'yes' AND is_still_outside
GROUP BY state, treaty_id, treaty
ORDER BY calls_voted_for DESC, state, treaty_id;
