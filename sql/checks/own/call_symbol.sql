-- table: accession_calls
-- column: symbol
-- A call gives another symbol than its clause.
SELECT a.call_id, a.symbol, c.symbol AS clause_symbol
FROM accession_calls AS a
JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
WHERE a.symbol <> c.symbol
