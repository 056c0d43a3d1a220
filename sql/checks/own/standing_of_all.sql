-- table: treaty_standing
-- column: participant_id
-- A State has no standing on a treaty with status.
SELECT t.treaty_id, p.participant_id
FROM treaties AS t
JOIN participants AS p ON p.kind = 'state'
ANTI JOIN treaty_standing AS s
    ON s.treaty_id = t.treaty_id AND s.participant_id = p.participant_id AND s.known_to IS NULL
WHERE t.has_status
