SELECT DISTINCT regexp_replace($column, $rest, '') FROM ($statement) WHERE $column IS NOT NULL
