-- The macros of the database file that give tables, with their parameters and comments.
SELECT function_name AS name, parameters, comment AS what
FROM duckdb_functions()
WHERE NOT internal AND function_type = 'table_macro' AND database_name = current_database()
ORDER BY function_name
