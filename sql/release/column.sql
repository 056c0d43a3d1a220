$column $type
