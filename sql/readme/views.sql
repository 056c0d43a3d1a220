-- The views and macros of the database file, with their comments.
SELECT name, what
FROM (
    SELECT view_name AS name, comment AS what FROM duckdb_views() WHERE NOT internal AND database_name = current_database()
    UNION ALL
    SELECT function_name || '(' || array_to_string(parameters, ', ') || ')', comment
    FROM duckdb_functions()
    WHERE NOT internal AND function_type = 'table_macro' AND database_name = current_database()
)
ORDER BY name
