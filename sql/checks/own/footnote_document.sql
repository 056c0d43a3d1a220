-- table: footnotes
-- column: document
-- A footnote comes from another document than its clause, or than all clauses of its resolution.
SELECT f.footnote_id, f.language, f.symbol, f.document
FROM footnotes AS f
ANTI JOIN (SELECT DISTINCT symbol, language, document FROM clauses) AS c
    ON c.symbol = f.symbol AND c.language = f.language AND c.document = f.document
