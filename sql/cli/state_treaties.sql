-- The treaties on which one participant ($participant) has a standing, by the newest status of each; of a former State
-- on its last day.
SELECT s.treaty_id, t.title, s.standing, s.valid_from AS since, s.is_valid_from_exact, s.bound_from, s.observed_until
FROM treaty_standing AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE s.participant_id = $participant
    AND s.known_to IS NULL
    AND s.standing <> 'none'
    AND s.valid_from <= least(s.observed_until, p.counts_to - 1)
    AND (s.valid_to IS NULL OR s.valid_to > least(s.observed_until, p.counts_to - 1))
ORDER BY s.treaty_id;
