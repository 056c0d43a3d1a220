-- table: treaty_standing
-- column: known_to
-- A participant's standing on a treaty has no current knowledge after older one, or two at a time.
SELECT treaty_id, participant_id, known_from, known_to, next_from
FROM (
    SELECT
        treaty_id, participant_id, known_from, known_to,
        lead(known_from) OVER (PARTITION BY treaty_id, participant_id ORDER BY known_from) AS next_from
    FROM (SELECT DISTINCT treaty_id, participant_id, known_from, known_to FROM treaty_standing)
)
WHERE known_to <= known_from OR (next_from IS NOT NULL AND (known_to IS NULL OR known_to > next_from))
