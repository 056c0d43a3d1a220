-- table: treaty_actions
-- column: treaty_id
-- A treaty has parties by the depositary's count, and no act of any of them.
SELECT t.treaty_id, t.parties_stated
FROM treaties AS t
ANTI JOIN treaty_actions AS a ON a.treaty_id = t.treaty_id
WHERE t.has_status AND t.parties_stated > 0
