-- The days on which resolutions called on States to join one treaty ($treaty).
SELECT DISTINCT r.adopted_on AS day
FROM accession_calls AS c
JOIN resolutions AS r ON r.symbol = c.symbol
WHERE c.treaty_id = $treaty AND c.category IN ('join', 'universal') AND r.adopted_on IS NOT NULL
ORDER BY day
