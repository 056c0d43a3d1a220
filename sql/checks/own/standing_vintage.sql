-- table: treaty_standing
-- column: observed_until
-- A treaty's standing is observed until another day than its newest table of participants.
SELECT s.treaty_id, s.observed_until, t.as_at
FROM (SELECT treaty_id, max(observed_until) AS observed_until FROM treaty_standing GROUP BY treaty_id) AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
WHERE t.as_at IS DISTINCT FROM s.observed_until
