-- table: clauses
-- column: symbol
-- A resolution has no clause, though its document was read.
SELECT r.symbol, r.document, r.is_fragment
FROM resolutions AS r
ANTI JOIN clauses AS c ON c.symbol = r.symbol
