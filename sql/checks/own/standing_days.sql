-- table: treaty_standing
-- column: valid_from
-- A State stands outside from another day than the treaty's conclusion or its own beginning; or days are out of order.
SELECT s.treaty_id, s.participant_id, s.standing, s.valid_from, s.bound_from, s.known_from, s.observed_until
FROM (
    SELECT *, lag(standing) OVER (PARTITION BY treaty_id, participant_id, known_from ORDER BY valid_from) AS before
    FROM treaty_standing
) AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
JOIN participants AS p ON p.participant_id = s.participant_id
-- A signatory that takes back its signature stands outside again.
WHERE (s.standing = 'none' AND s.before IS DISTINCT FROM 'signatory' AND s.valid_from IS DISTINCT FROM greatest(t.concluded_on, p.counts_from))
    OR s.valid_from > s.observed_until
    OR s.known_from > s.observed_until
    OR (s.standing <> 'party' AND s.bound_from IS NOT NULL)
