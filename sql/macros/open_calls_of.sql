CREATE MACRO open_calls_of(state) AS TABLE
SELECT
    s.treaty_id, s.treaty, count(*) AS calls, min(s.adopted_on) AS first_call_on, max(s.adopted_on) AS last_call_on,
    max_by(s.standing, s.adopted_on) AS standing_at_last_call, max(s.observed_until) AS observed_until
FROM states_not_joined AS s
WHERE s.participant_id = state AND s.is_still_outside AND s.addressed <> 'no'
GROUP BY s.treaty_id, s.treaty
ORDER BY calls DESC, s.treaty_id;
COMMENT ON MACRO TABLE open_calls_of IS 'Treaties that resolutions called on States to join and that one State (its participant_id) is not known to have joined since, with the number of calls.';
