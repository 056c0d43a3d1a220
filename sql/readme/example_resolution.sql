-- The resolution that shows most when printed as a tree: the one with the most calls, then the most clauses.
SELECT r.symbol
FROM resolutions AS r
LEFT JOIN (SELECT symbol, count(*) AS calls FROM accession_calls GROUP BY symbol) AS c ON c.symbol = r.symbol
LEFT JOIN (SELECT symbol, count(*) AS clauses FROM clauses WHERE language = 'en' GROUP BY symbol) AS k ON k.symbol = r.symbol
ORDER BY coalesce(c.calls, 0) DESC, coalesce(k.clauses, 0) DESC, r.symbol
LIMIT 1
