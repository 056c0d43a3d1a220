-- Resolutions that the release before had and this one has not
SELECT changes.key AS line
FROM changes
WHERE changes."table" = 'resolutions' AND changes.change = 'removed'
ORDER BY changes.key
