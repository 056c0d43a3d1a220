SELECT coalesce(resolutions.body, 'none') AS body
FROM read_parquet($rows) AS rows
LEFT JOIN read_parquet($resolutions) AS resolutions ON rows.symbol = resolutions.symbol
