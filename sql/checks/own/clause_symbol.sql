-- table: clauses
-- column: clause_id
-- A clause_id does not begin with the symbol of its resolution.
SELECT clause_id, language, symbol FROM clauses WHERE NOT starts_with(clause_id, symbol || '#')
