-- How many treaties have their newest table of participants from which day.
SELECT as_at AS "status as at", count(*) AS treaties
FROM treaties
WHERE has_status
GROUP BY as_at
ORDER BY as_at DESC
