-- table: evaluation
-- column: matched
-- A share is not matched by total, or the eras of a format do not add up to all of them.
SELECT e.format, e.era, e.figure, e.matched, e.total, e.share, s.matched AS of_eras
FROM evaluation AS e
LEFT JOIN (
    SELECT format, figure, sum(matched) AS matched, sum(total) AS total
    FROM evaluation
    WHERE era <> 'all'
    GROUP BY format, figure
) AS s ON s.format = e.format AND s.figure = e.figure AND e.era = 'all'
WHERE e.matched > e.total
    OR (e.total > 0 AND abs(e.share - e.matched / e.total) > 1e-9)
    OR (e.total > 0) <> (e.share IS NOT NULL)
    OR e.matched <> s.matched
    OR e.total <> s.total
