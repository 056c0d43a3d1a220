CREATE TEMP VIEW $table AS SELECT * FROM read_parquet($path)
