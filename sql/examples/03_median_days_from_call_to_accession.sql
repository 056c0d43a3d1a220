-- How long do States take from the first call to join a treaty until they join it?
-- Median over the States that joined; those that had not by observed_until are counted beside it, not left out of sight.
WITH first_calls AS (
    SELECT
        treaty_id, treaty, participant_id, min(adopted_on) AS first_call_on, min(joined_on) AS joined_on,
        max(observed_until) AS observed_until
    FROM states_not_joined
    GROUP BY treaty_id, treaty, participant_id
)

SELECT
    treaty_id, treaty,
    count(*) AS states_asked,
    count(joined_on) AS joined,
    CAST(median(joined_on - first_call_on) AS INTEGER) AS median_days,
    count(*) - count(joined_on) AS not_known_to_have_joined,
    max(observed_until) AS observed_until
FROM first_calls
GROUP BY treaty_id, treaty
HAVING count(joined_on) > 0
ORDER BY joined DESC, median_days, treaty_id;
