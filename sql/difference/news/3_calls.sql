-- Calls to join a treaty that came
SELECT concat_ws(' ', rows.clause_id || ':', rows.acts || ',', coalesce(rows.treaty_id, 'treaty not resolved')) AS line
FROM changes
JOIN accession_calls AS rows ON changes.key = rows.call_id
WHERE changes."table" = 'accession_calls' AND changes.change = 'added'
ORDER BY rows.call_id
