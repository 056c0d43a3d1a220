-- table: treaty_standing
-- column: known_from
-- Of a State of today some of what status files knew is missing: it does not follow without a gap, or begins late.
SELECT s.treaty_id, s.participant_id, s.known_from, s.known_to, s.next_from, s.oldest
FROM (
    SELECT
        treaty_id, participant_id, known_from, known_to,
        lag(known_from) OVER (PARTITION BY treaty_id, participant_id ORDER BY known_from) AS last_from,
        lead(known_from) OVER (PARTITION BY treaty_id, participant_id ORDER BY known_from) AS next_from,
        min(known_from) OVER (PARTITION BY treaty_id) AS oldest
    FROM (SELECT DISTINCT treaty_id, participant_id, known_from, known_to FROM treaty_standing)
) AS s
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE p.kind = 'state'
    AND p.counts_from IS NOT NULL
    AND p.counts_to IS NULL
    AND (s.known_to IS DISTINCT FROM s.next_from OR (s.last_from IS NULL AND s.known_from <> s.oldest))
