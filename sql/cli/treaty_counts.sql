-- Participants of one treaty ($treaty) that had signed it by one day ($day) and had not withdrawn by then, as the
-- depositary counts them, and the calls to join it that had been made by then.
SELECT
    (
        SELECT count(DISTINCT a.participant_id)
        FROM treaty_actions AS a
        JOIN treaty_standing AS s
            ON s.treaty_id = a.treaty_id
            AND s.participant_id = a.participant_id
            AND s.known_to IS NULL
            AND s.standing IN ('signatory', 'party')
            AND s.valid_from <= least($day, s.observed_until)
            AND (s.valid_to IS NULL OR s.valid_to > least($day, s.observed_until))
        WHERE a.treaty_id = $treaty AND a.action = 'signature' AND a.known_to IS NULL AND a.acted_on <= $day
            -- A signature that the table shows without brackets stood when a ratification was withdrawn (XII-1, Greece).
            AND (a.evidence = 'table' OR NOT EXISTS (
                SELECT 1
                FROM treaty_standing AS w
                WHERE w.treaty_id = a.treaty_id
                    AND w.participant_id = a.participant_id
                    AND w.known_to IS NULL
                    AND w.standing = 'withdrawn'
                    AND w.valid_from BETWEEN a.acted_on AND $day
            ))
    ) AS signatories,
    (
        SELECT count(DISTINCT c.clause_id)
        FROM accession_calls AS c
        JOIN resolutions AS r ON r.symbol = c.symbol
        WHERE c.treaty_id = $treaty AND r.adopted_on <= $day
    ) AS calls;
