-- The resolutions that call.
SELECT * FROM resolutions WHERE symbol IN (SELECT symbol FROM accession_calls)
