-- Which States joined a treaty within a year of a call to join it? (After is not because of.)
SELECT state, treaty_id, treaty, symbol, adopted_on, joined_on, days_to_join, observed_until
FROM states_not_joined
WHERE days_to_join <= 365
QUALIFY row_number() OVER (PARTITION BY participant_id, treaty_id ORDER BY days_to_join, call_id) = 1
ORDER BY days_to_join, state, treaty_id;
