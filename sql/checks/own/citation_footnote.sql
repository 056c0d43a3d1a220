-- table: citations
-- column: footnote_id
-- A citation in a footnote gives another clause than the footnote.
SELECT c.citation_id, c.language, c.footnote_id, c.clause_id, f.clause_id AS clause_of_footnote
FROM citations AS c
JOIN footnotes AS f ON f.footnote_id = c.footnote_id AND f.language = c.language
WHERE f.clause_id IS DISTINCT FROM c.clause_id
