-- Rules of the treaties called for.
SELECT * FROM treaty_rules WHERE treaty_id IN (SELECT treaty_id FROM accession_calls)
