-- Calls that the release before had and this one has not
SELECT changes.key AS line
FROM changes
WHERE changes."table" = 'accession_calls' AND changes.change = 'removed'
ORDER BY changes.key
