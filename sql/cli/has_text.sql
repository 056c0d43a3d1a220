-- Whether this edition has the words of the documents.
SELECT count(*) > 0 AS has_text
FROM duckdb_columns()
WHERE database_name = current_database() AND table_name = 'clauses' AND column_name = 'text';
