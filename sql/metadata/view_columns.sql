-- The columns of one view, in order.
SELECT column_name, data_type
FROM duckdb_columns()
WHERE table_name = $view AND database_name = current_database()
ORDER BY column_index
