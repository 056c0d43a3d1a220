-- What the release holds: tables and views with the number of rows as DuckDB estimates it (exact in a released file).
SELECT table_name AS name, 'table' AS kind, estimated_size AS "rows", comment AS description
FROM duckdb_tables()
WHERE NOT internal
UNION ALL
SELECT view_name, 'view', NULL, comment
FROM duckdb_views()
WHERE NOT internal
ORDER BY kind, name;
