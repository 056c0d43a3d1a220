-- table: clause_bridge
-- column: symbol
-- A bridge gives another symbol than its clause.
SELECT clause_id, language, symbol FROM clause_bridge WHERE NOT starts_with(clause_id, symbol || '#')
