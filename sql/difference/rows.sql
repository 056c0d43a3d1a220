-- Rows of one table by key: only before (removed), only after (added), or in both with other values.
SELECT
    $table AS "table",
    concat_ws(' | ', $key) AS key,
    CASE
        WHEN before.is_there IS NULL THEN 'added'
        WHEN after.is_there IS NULL THEN 'removed'
        WHEN concat_ws(', ', $content) <> '' THEN 'changed'
        ELSE 'provenance'
    END AS change,
    CASE WHEN before.is_there AND after.is_there THEN concat_ws(', ', $content, $provenance) END AS columns
FROM (SELECT *, true AS is_there FROM read_parquet($before)) AS before
FULL JOIN (SELECT *, true AS is_there FROM read_parquet($after)) AS after ON $matches
WHERE before.is_there IS NULL OR after.is_there IS NULL OR concat_ws(', ', $content, $provenance) <> ''
