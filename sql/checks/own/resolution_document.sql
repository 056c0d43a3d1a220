-- table: resolutions
-- column: document
-- A resolution rests on a document of another symbol, or on one that is not used.
SELECT r.symbol, r.document_symbol, r.document, d.symbol AS document_of, d.is_used
FROM resolutions AS r
JOIN documents AS d ON d.sha256 = r.document
WHERE d.symbol IS DISTINCT FROM r.document_symbol OR NOT d.is_used
