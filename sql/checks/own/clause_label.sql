-- table: clauses
-- column: label
-- A clause is without the number that its id is made of.
SELECT clause_id, language, label
FROM clauses
WHERE label IS NULL AND NOT regexp_matches(clause_id, '(\.u\d+|\.end\d*|\.rest|pp\.\d+)(~\d+)?$')
