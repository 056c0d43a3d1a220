-- Rows with an empty cell in a column that must be filled.
SELECT $key FROM $table WHERE $column IS NULL
