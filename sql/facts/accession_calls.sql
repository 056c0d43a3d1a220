-- Every call.
SELECT * FROM accession_calls
