-- table: clauses
-- column: text
-- An opening verb or an addressee as printed does not stand in the text of its clause.
SELECT clause_id, language, verb_phrase, addressee
FROM clauses
WHERE NOT contains(text, verb_phrase) OR NOT contains(text, addressee)
