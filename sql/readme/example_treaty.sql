-- The treaty to try the macros on: of those with status, the one that resolutions call for most often.
SELECT t.treaty_id
FROM treaties AS t
LEFT JOIN (SELECT treaty_id, count(*) AS calls FROM accession_calls GROUP BY treaty_id) AS c ON c.treaty_id = t.treaty_id
WHERE t.has_status
ORDER BY coalesce(c.calls, 0) DESC, t.treaty_id
LIMIT 1
