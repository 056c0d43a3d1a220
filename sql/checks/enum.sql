-- Rows with a value that the contract does not list.
SELECT $key, $column FROM $table WHERE $column NOT IN ($values)
