-- The days of the oldest and newest table of participants.
SELECT
    CASE
        WHEN min(as_at) = max(as_at) THEN 'as at ' || max(as_at)
        ELSE 'as at ' || min(as_at) || ' to ' || max(as_at) || ', by treaty'
    END
FROM treaties
WHERE has_status
