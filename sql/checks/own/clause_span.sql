-- table: clauses
-- column: span_end
-- The span of a clause is not as long as its text.
SELECT clause_id, language, span_start, span_end, length(text) AS text_length
FROM clauses
WHERE span_end - span_start <> length(text)
