$column $type NOT NULL
