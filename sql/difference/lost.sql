-- A table may not lose more of its rows, in all or of one body, than its contract allows.
WITH before AS (SELECT body, count(*) AS number FROM ($before) GROUP BY GROUPING SETS ((), (body))),
after AS (SELECT body, count(*) AS number FROM ($after) GROUP BY GROUPING SETS ((), (body)))
SELECT coalesce(before.body, 'all') AS body, before.number AS rows_before, coalesce(after.number, 0) AS rows_after
FROM before
LEFT JOIN after ON before.body IS NOT DISTINCT FROM after.body
WHERE before.number > 0 AND coalesce(after.number, 0) < before.number * (1 - $may_lose)
ORDER BY body
