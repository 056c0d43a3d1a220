-- Rows of every released table, in the order in which the tables were made.
SELECT table_name, estimated_size AS rows
FROM duckdb_tables()
WHERE schema_name = 'main'
ORDER BY table_oid;
