-- How many rows of each table came, went, changed or only come from elsewhere.
SELECT
    "table",
    count(*) FILTER (WHERE change = 'added') AS added,
    count(*) FILTER (WHERE change = 'removed') AS removed,
    count(*) FILTER (WHERE change = 'changed') AS changed,
    count(*) FILTER (WHERE change = 'provenance') AS provenance
FROM changes
GROUP BY "table"
ORDER BY "table"
