-- Rows with a value below the contract's smallest.
SELECT $key, $column FROM $table WHERE $column < $bound
