-- Names to complete in the shell: tables, views, their columns, and the macros of the release.
SELECT table_name AS name FROM duckdb_columns() WHERE NOT internal
UNION
SELECT column_name FROM duckdb_columns() WHERE NOT internal
UNION
SELECT function_name FROM duckdb_functions() WHERE NOT internal
ORDER BY name;
