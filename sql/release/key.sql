($table, $kind, $columns, $references_table, $references_columns)
