-- table: clauses
-- column: span_end
-- A span ends before it begins.
SELECT clause_id, language, span_start, span_end FROM clauses WHERE span_end < span_start
