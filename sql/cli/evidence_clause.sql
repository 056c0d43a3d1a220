-- The rows of one clause ($id), one for each language; all columns, since a text-free edition has fewer.
SELECT * FROM clauses WHERE clause_id = $id ORDER BY language;
