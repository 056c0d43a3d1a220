-- All keys, those too that no constraint declares: an index on them would take more room than their tables.
CREATE VIEW keys AS
SELECT table_name, kind, columns, references_table, references_columns
FROM (VALUES
    $keys
) AS stated (table_name, kind, columns, references_table, references_columns);
COMMENT ON VIEW keys IS 'Primary and foreign keys of every table, checked before release, whether or not a constraint declares them; columns with commas between them.';
