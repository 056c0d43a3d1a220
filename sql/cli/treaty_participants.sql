-- Every participant with a standing on one treaty ($treaty), and every State of the day ($day) without one: standing by
-- deposit, since when, and whether the treaty bound it on that day by date of effect.
WITH newest AS (
    SELECT treaty_id, as_at, least($day, as_at) AS known_on FROM treaties WHERE treaty_id = $treaty
),

stood AS (
    SELECT
        s.participant_id, s.standing, s.valid_from,
        -- The end of a stretch is told where the participant leaves, by what is known now.
        CASE WHEN s.standing = 'party' THEN s.valid_to END AS valid_to,
        s.bound_from, s.is_valid_from_exact, n.known_on
    FROM newest AS n
    JOIN treaty_standing AS s
        ON s.treaty_id = n.treaty_id
        AND s.known_to IS NULL
        AND s.valid_from <= n.known_on
        AND (s.valid_to IS NULL OR s.valid_to > n.known_on)
)

SELECT
    p.participant_id, p.name, p.kind, p.regional_group,
    coalesce(s.standing, 'none') AS standing,
    CASE WHEN s.standing <> 'none' AND s.is_valid_from_exact THEN s.valid_from END AS since,
    s.valid_to AS until,
    s.bound_from,
    s.bound_from <= s.known_on AS is_bound
FROM participants AS p
LEFT JOIN stood AS s ON s.participant_id = p.participant_id
WHERE s.standing <> 'none'
    OR (
        p.kind = 'state'
        AND p.counts_from <= $day
        AND (p.counts_to IS NULL OR p.counts_to > $day)
    )
ORDER BY p.name, p.participant_id;
