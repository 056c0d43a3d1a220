-- table: footnotes
-- column: offset
-- The mark of a footnote stands beyond the text of its clause.
SELECT f.footnote_id, f.language, f.offset, length(c.text) AS text_length
FROM footnotes AS f
JOIN clauses AS c ON c.clause_id = f.clause_id AND c.language = f.language
WHERE f.offset > length(c.text)
