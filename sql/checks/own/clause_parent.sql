-- table: clauses
-- column: parent_id
-- A subparagraph stands in another resolution than its parent, before it, or not deeper.
SELECT child.clause_id, child.language, child.parent_id
FROM clauses AS child
JOIN clauses AS parent ON parent.clause_id = child.parent_id AND parent.language = child.language
WHERE child.symbol <> parent.symbol OR child.ordinal <= parent.ordinal OR child.depth <= parent.depth
