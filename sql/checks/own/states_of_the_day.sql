-- table: accession_call_states
-- column: call_id
-- A call for a treaty with status does not have exactly one row for each State that existed on its day.
WITH wanted AS (
    SELECT c.call_id, p.participant_id
    FROM accession_calls AS c
    JOIN resolutions AS r ON r.symbol = c.symbol
    JOIN treaties AS t ON t.treaty_id = c.treaty_id AND t.has_status
    JOIN participants AS p
        ON p.kind = 'state'
        AND p.counts_from <= r.adopted_on
        AND (p.counts_to IS NULL OR p.counts_to > r.adopted_on)
)

SELECT
    coalesce(w.call_id, s.call_id) AS call_id,
    coalesce(w.participant_id, s.participant_id) AS participant_id,
    w.call_id IS NULL AS is_too_much
FROM wanted AS w
FULL JOIN accession_call_states AS s ON s.call_id = w.call_id AND s.participant_id = w.participant_id
WHERE w.call_id IS NULL OR s.call_id IS NULL
