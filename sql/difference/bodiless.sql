SELECT 'all' AS body FROM read_parquet($rows)
