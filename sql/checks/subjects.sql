SELECT DISTINCT regexp_replace($column, $rest, '') FROM ($statement)
