-- table: accession_calls
-- column: span_end
-- The span of a call goes beyond the text of its clause.
SELECT a.call_id, a.span_end, length(c.text) AS text_length
FROM accession_calls AS a
JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
WHERE a.span_end > length(c.text)
