-- The files that all this was read from.
SELECT *
FROM documents
WHERE sha256 IN (
    SELECT document FROM resolutions WHERE symbol IN (SELECT symbol FROM accession_calls)
    UNION
    SELECT c.document
    FROM clauses AS c
    JOIN accession_calls AS a ON a.symbol = c.symbol AND a.language = c.language
    UNION
    SELECT document FROM treaty_actions WHERE treaty_id IN (SELECT treaty_id FROM accession_calls)
    UNION
    SELECT document FROM treaties WHERE treaty_id IN (SELECT treaty_id FROM accession_calls)
)
