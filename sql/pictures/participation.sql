-- Parties to one treaty ($treaty) and participants that had only signed it, on each day on which a number changes.
WITH known AS (
    SELECT s.standing, s.valid_from, least(s.valid_to, s.observed_until + 1) AS valid_to
    FROM treaty_standing AS s
    WHERE s.treaty_id = $treaty AND s.known_to IS NULL AND s.valid_from <= s.observed_until
),

changes AS (
    SELECT valid_from AS day, (standing = 'party')::INTEGER AS parties, (standing = 'signatory')::INTEGER AS signed_only
    FROM known
    UNION ALL
    SELECT k.valid_to, -(k.standing = 'party')::INTEGER, -(k.standing = 'signatory')::INTEGER
    FROM known AS k
    JOIN treaties AS t ON t.treaty_id = $treaty
    WHERE k.valid_to <= t.as_at
)

SELECT
    day,
    CAST(sum(sum(parties)) OVER days AS INTEGER) AS parties,
    CAST(sum(sum(signed_only)) OVER days AS INTEGER) AS signed_only
FROM changes
GROUP BY day
WINDOW days AS (ORDER BY day)
ORDER BY day
