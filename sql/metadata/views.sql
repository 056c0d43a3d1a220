-- The views of the database file, with their comments.
SELECT view_name AS name, comment AS what
FROM duckdb_views()
WHERE NOT internal AND database_name = current_database()
ORDER BY view_name
