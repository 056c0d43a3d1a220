-- The treaties called for.
SELECT * FROM treaties WHERE treaty_id IN (SELECT treaty_id FROM accession_calls)
