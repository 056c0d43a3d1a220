-- Which columns changed together, and in how many rows.
SELECT "table", columns, count(*) AS rows, min(key) AS first
FROM changes
WHERE change = 'changed'
GROUP BY "table", columns
ORDER BY "table", rows DESC, columns
