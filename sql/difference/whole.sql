-- All rows of a table that the other release does not have.
SELECT $table AS "table", concat_ws(' | ', $key) AS key, $change AS change, CAST(NULL AS VARCHAR) AS columns
FROM read_parquet($rows)
