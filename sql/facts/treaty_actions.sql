-- Every act of every participant on the treaties called for.
SELECT * FROM treaty_actions WHERE treaty_id IN (SELECT treaty_id FROM accession_calls)
