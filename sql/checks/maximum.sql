-- Rows with a value above the contract's largest.
SELECT $key, $column FROM $table WHERE $column > $bound
