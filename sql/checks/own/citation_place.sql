-- table: citations
-- column: clause_id
-- A citation stands neither in a clause nor in a footnote.
SELECT citation_id, language FROM citations WHERE clause_id IS NULL AND footnote_id IS NULL
