-- table: treaty_standing
-- column: standing
-- A consent to be bound did not make its participant a party on the day, or a signature not a signatory.
SELECT a.action_id, a.acted_on, s.standing, s.valid_from, s.valid_to
FROM treaty_actions AS a
ASOF LEFT JOIN (SELECT * FROM treaty_standing WHERE known_to IS NULL) AS s
    ON s.treaty_id = a.treaty_id AND s.participant_id = a.participant_id AND s.valid_from <= a.acted_on
WHERE a.known_to IS NULL
    AND a.is_in_effect
    AND (a.is_consent OR a.action = 'signature')
    AND a.acted_on IS NOT NULL
    AND (
        s.standing IS NULL
        OR s.valid_to <= a.acted_on
        OR s.standing = 'none'
        OR (a.is_consent AND s.standing <> 'party')
    )
