-- table: treaty_actions
-- column: acted_on
-- A participant is a signatory, a party or withdrawn from a day on which no act is known.
SELECT s.treaty_id, s.participant_id, s.standing, s.valid_from
FROM treaty_standing AS s
ANTI JOIN (
    SELECT
        treaty_id, participant_id,
        CASE WHEN is_consent THEN 'party' WHEN action = 'signature' THEN 'signatory' ELSE 'withdrawn' END AS standing,
        CASE WHEN action = 'withdrawal' THEN coalesce(effective_on, acted_on) ELSE acted_on END AS valid_from
    FROM treaty_actions
    WHERE known_to IS NULL AND (is_consent OR action IN ('signature', 'withdrawal'))
) AS a
    ON a.treaty_id = s.treaty_id
    AND a.participant_id = s.participant_id
    AND a.standing = s.standing
    AND a.valid_from = s.valid_from
WHERE s.known_to IS NULL AND s.standing <> 'none' AND s.is_valid_from_exact
