-- table: footnotes
-- column: span_start
-- A footnote and a clause, or two footnotes, stand on the same characters of their document.
SELECT id AS footnote_id, language, document, span_start, id_before, end_before
FROM (
    SELECT
        id, language, document, span_start,
        lag(id) OVER place AS id_before,
        lag(span_end) OVER place AS end_before
    FROM (
        SELECT clause_id AS id, language, document, span_start, span_end
        FROM clauses
        WHERE document IN (SELECT document FROM footnotes)
        UNION ALL
        SELECT footnote_id, language, document, span_start, span_end FROM footnotes WHERE span_start IS NOT NULL
    )
    WINDOW place AS (PARTITION BY document ORDER BY span_start, span_end)
)
WHERE span_start < end_before
