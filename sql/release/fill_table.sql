INSERT INTO $table SELECT $columns FROM read_parquet($path)
