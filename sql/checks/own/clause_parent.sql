-- table: clauses
-- column: parent_id
-- A subparagraph stands in another resolution than its parent, before it, not one step deeper, or has none.
SELECT child.clause_id, child.language, child.parent_id, child.depth, parent.depth AS parent_depth
FROM clauses AS child
LEFT JOIN clauses AS parent ON parent.clause_id = child.parent_id AND parent.language = child.language
WHERE NOT starts_with(child.clause_id, child.parent_id || '.')
    OR child.symbol <> parent.symbol
    OR child.ordinal <= parent.ordinal
    OR child.depth <> parent.depth + 1
    -- A page in the middle of a document begins inside a paragraph, which has the number u0.
    OR (child.parent_id IS NULL AND child.depth > 0 AND NOT contains(child.clause_id, '.u0.'))
