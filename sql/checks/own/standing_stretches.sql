-- table: treaty_standing
-- column: valid_to
-- A stretch of time is empty, or does not end where the next one of the same knowledge or its State ends.
SELECT s.treaty_id, s.participant_id, s.known_from, s.valid_from, s.valid_to, s.next_from
FROM (
    SELECT
        treaty_id, participant_id, known_from, valid_from, valid_to,
        lead(valid_from) OVER (PARTITION BY treaty_id, participant_id, known_from ORDER BY valid_from) AS next_from
    FROM treaty_standing
) AS s
LEFT JOIN participants AS p ON p.participant_id = s.participant_id
WHERE s.valid_to <= s.valid_from OR s.valid_to IS DISTINCT FROM coalesce(s.next_from, p.counts_to)
