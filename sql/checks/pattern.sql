-- Rows with a value that is not of the contract's form.
SELECT $key, $column FROM $table WHERE NOT regexp_full_match($column, $pattern)
