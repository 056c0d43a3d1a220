-- The treaties drawn for the README: of those with status, the four that the most clauses ask States to join.
SELECT t.treaty_id
FROM treaties AS t
JOIN accession_calls AS c ON c.treaty_id = t.treaty_id AND c.category IN ('join', 'universal')
WHERE t.has_status
GROUP BY t.treaty_id
ORDER BY count(DISTINCT c.clause_id) DESC, t.treaty_id
LIMIT 4
