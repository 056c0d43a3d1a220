-- Which treaties do resolutions call on States to join most often, and who keeps them?
-- Treaties with another depositary have no status here: their parties are empty, not nought.
WITH parties AS (
    SELECT treaty_id, count(*) FILTER (WHERE standing = 'party') AS parties FROM standing_now GROUP BY treaty_id
)

SELECT
    a.treaty_id, t.title, t.depositary,
    count(*) AS calls, count(DISTINCT a.symbol) AS resolutions,
    min(r.adopted_on) AS first_call_on, max(r.adopted_on) AS last_call_on,
    p.parties, t.as_at AS parties_as_at
FROM accession_calls AS a
JOIN treaties AS t ON t.treaty_id = a.treaty_id
JOIN resolutions AS r ON r.symbol = a.symbol
LEFT JOIN parties AS p ON p.treaty_id = a.treaty_id
GROUP BY a.treaty_id, t.title, t.depositary, p.parties, t.as_at
ORDER BY calls DESC, a.treaty_id;
