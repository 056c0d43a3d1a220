-- table: clauses
-- column: text_sha256
-- The hash of a clause is not the hash of its text.
SELECT clause_id, language FROM clauses WHERE text_sha256 <> sha256(text)
