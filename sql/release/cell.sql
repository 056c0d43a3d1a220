coalesce(strlen(CAST($column AS VARCHAR)) || ':' || CAST($column AS VARCHAR), '-')
