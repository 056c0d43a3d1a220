-- table: clauses
-- column: document
-- Clauses come from a document of another symbol or language, or from one that is not used.
SELECT
    any_value(c.clause_id) AS clause_id, c.symbol, c.language, c.document, any_value(d.symbol) AS document_of,
    any_value(d.language) AS document_language, any_value(d.is_used) AS is_used
FROM (SELECT symbol, language, document, min(clause_id) AS clause_id FROM clauses GROUP BY ALL) AS c
JOIN documents AS d ON d.sha256 = c.document
JOIN resolutions AS r ON r.symbol = c.symbol
WHERE d.symbol IS DISTINCT FROM r.document_symbol OR d.language IS DISTINCT FROM c.language OR NOT d.is_used
GROUP BY c.symbol, c.language, c.document
