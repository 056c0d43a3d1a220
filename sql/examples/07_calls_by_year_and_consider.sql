-- How many calls to join a treaty were made in each year, and what share only asks to "consider" it?
SELECT
    year(r.adopted_on) AS year,
    count(DISTINCT (a.clause_id, a.call_number)) AS calls,
    count(DISTINCT (a.clause_id, a.call_number)) FILTER (WHERE a.has_consider) AS to_consider,
    round(
        100 * count(DISTINCT (a.clause_id, a.call_number)) FILTER (WHERE a.has_consider)
        / count(DISTINCT (a.clause_id, a.call_number)), 1
    ) AS percent_to_consider
FROM accession_calls AS a
JOIN resolutions AS r ON r.symbol = a.symbol
WHERE r.adopted_on IS NOT NULL
GROUP BY year
ORDER BY year;
