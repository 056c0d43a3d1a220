-- table: accession_call_states
-- column: standing
-- A State's standing on the day of a call is another than treaty_standing gives.
SELECT c.call_id, c.participant_id, c.treaty_id, c.standing_known_on, c.standing, s.standing AS standing_then
FROM accession_call_states AS c
ASOF LEFT JOIN (SELECT * FROM treaty_standing WHERE known_to IS NULL) AS s
    ON s.treaty_id = c.treaty_id AND s.participant_id = c.participant_id AND s.valid_from <= c.standing_known_on
WHERE c.standing <> IF(s.valid_to IS NULL OR s.valid_to > c.standing_known_on, coalesce(s.standing, 'none'), 'none')
