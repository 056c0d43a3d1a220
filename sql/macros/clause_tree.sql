-- full edition only: it shows words of the documents.
CREATE MACRO clause_tree(symbol, language := 'en') AS TABLE
SELECT
    c.ordinal, c.clause_id, c.part, c.heading_path,
    concat(repeat('    ', c.depth), CASE WHEN c.label <> '' THEN concat(c.label, ' ') ELSE '' END, c.text) AS tree,
    c.verb, c.addressee
FROM clauses AS c
WHERE c.symbol = symbol AND c.language = language
ORDER BY c.ordinal;
COMMENT ON MACRO TABLE clause_tree IS 'The clauses of a resolution in reading order, subparagraphs indented; in English unless another language is given.';
