-- No figure on how well a format reads may drop: of the same documents not at all, of others by no more than 0.01.
SELECT before.format, before.era, before.figure, before.share AS share_before, after.share AS share_after
FROM read_parquet($before) AS before
JOIN read_parquet($after) AS after USING (format, era, figure)
WHERE after.share < before.share - CASE WHEN before.documents_digest = after.documents_digest THEN 0 ELSE 0.01 END
ORDER BY before.format, before.era, before.figure
