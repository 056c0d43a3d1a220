-- The columns that a macro gives: they do not depend on what it is asked.
SELECT column_name, column_type AS data_type FROM (DESCRIBE FROM $macro($arguments))
