-- table: footnotes
-- column: footnote_id
-- The id of a footnote names another clause, resolution or mark than its row; or mark, text and spans do not go together.
SELECT footnote_id, language, symbol, clause_id, marker, "offset", span_start, span_end, length(text) AS text_length
FROM footnotes
WHERE NOT starts_with(footnote_id, concat(coalesce(clause_id, symbol), '/note'))
    OR NOT starts_with(clause_id, symbol || '#')
    OR marker IS DISTINCT FROM regexp_extract(footnote_id, '/note\.(.*?)(~\d+)?$', 1)
    OR (clause_id IS NULL) <> ("offset" IS NULL)
    OR (span_start IS NULL) <> (text IS NULL)
    OR span_end - span_start <> length(text)
