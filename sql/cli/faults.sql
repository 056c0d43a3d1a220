-- The faults noted in one resolution ($symbol) or its clauses.
SELECT subject, kind, detail, done
FROM quality
WHERE subject = $symbol OR starts_with(subject, $symbol || '#')
ORDER BY subject, kind, detail;
