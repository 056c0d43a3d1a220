-- Clauses like one that is not there ($id): of the same resolution first, then by the letters that differ.
SELECT DISTINCT clause_id, levenshtein(clause_id, $id) AS letters
FROM clauses
WHERE symbol = split_part($id, '#', 1)
ORDER BY letters, clause_id
LIMIT 3;
