-- table: clauses
-- column: span_start
-- A clause begins before the end of the one that comes before it.
SELECT clause_id, language, ordinal, span_start, end_before
FROM (
    SELECT
        clause_id, language, ordinal, span_start,
        lag(span_end) OVER (PARTITION BY symbol, language ORDER BY ordinal) AS end_before
    FROM clauses
)
WHERE span_start < end_before
