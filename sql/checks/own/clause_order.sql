-- table: clauses
-- column: ordinal
-- Two clauses of one resolution in one language have the same place in reading order.
SELECT symbol, language, ordinal, count(*) AS times
FROM clauses
GROUP BY symbol, language, ordinal
HAVING count(*) > 1
