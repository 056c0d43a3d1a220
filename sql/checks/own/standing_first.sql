-- table: treaty_standing
-- column: valid_from
-- What is known of a participant begins after the treaty and it were there, or with nothing done where it is no State.
SELECT s.treaty_id, s.participant_id, s.known_from, s.valid_from, s.standing
FROM (
    SELECT
        treaty_id, participant_id, known_from, min(valid_from) AS valid_from, arg_min(standing, valid_from) AS standing
    FROM treaty_standing
    GROUP BY treaty_id, participant_id, known_from
) AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE (p.counts_from IS NOT NULL AND s.valid_from > greatest(t.concluded_on, p.counts_from))
    OR (p.counts_from IS NULL AND s.standing = 'none')
