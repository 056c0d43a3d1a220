-- table: clauses
-- column: text
-- Markup of a source file stands in a text or title.
SELECT place, id, text
FROM (
    SELECT 'clauses' AS place, clause_id AS id, text FROM clauses
    UNION ALL
    SELECT 'footnotes', footnote_id, text FROM footnotes
    UNION ALL
    SELECT 'resolutions', symbol, title FROM resolutions
    UNION ALL
    SELECT 'treaties', treaty_id, title FROM treaties
)
WHERE regexp_matches(text, '</?[A-Za-z][A-Za-z0-9:]*( [^<>]*)?/?>|&([a-z]{2,6}|#x?[0-9A-Fa-f]+);')
