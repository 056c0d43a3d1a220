-- table: evaluation
-- column: figure
-- An era of a format lacks one of precision, recall and f1, or all eras together.
SELECT format, era, count(DISTINCT figure) AS figures, bool_or(has_all) AS has_all
FROM (
    SELECT *, bool_or(era = 'all') OVER (PARTITION BY format) AS has_all
    FROM evaluation
    WHERE figure IN ('precision', 'recall', 'f1')
)
GROUP BY format, era
HAVING count(DISTINCT figure) <> 3 OR NOT bool_or(has_all)
