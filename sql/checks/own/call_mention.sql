-- table: accession_calls
-- column: treaty_id
-- A call is for a treaty that its clause does not name, unless the context alone says which.
SELECT a.call_id, a.clause_id, a.treaty_id, a.treaty_evidence
FROM accession_calls AS a
ANTI JOIN treaty_mentions AS m
    ON m.clause_id = a.clause_id AND m.language = a.language AND m.treaty_id = a.treaty_id
WHERE a.treaty_id IS NOT NULL AND a.treaty_evidence <> 'context'
