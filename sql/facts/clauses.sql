-- The clauses that call, those that hold their directive, and the paragraphs above them.
WITH RECURSIVE calling AS (
    SELECT clause_id, language FROM accession_calls
    UNION
    SELECT stem_clause_id, language FROM accession_calls WHERE stem_clause_id IS NOT NULL
    UNION
    SELECT c.parent_id, c.language
    FROM calling
    JOIN clauses AS c ON c.clause_id = calling.clause_id AND c.language = calling.language
    WHERE c.parent_id IS NOT NULL
)

SELECT c.*
FROM clauses AS c
JOIN calling ON calling.clause_id = c.clause_id AND calling.language = c.language
