-- table: citations
-- column: citation_id
-- The id of a citation names another clause or footnote than its row, or these another resolution.
SELECT citation_id, language, symbol, clause_id, footnote_id
FROM citations
WHERE NOT starts_with(citation_id, coalesce(footnote_id, clause_id) || '/cite.')
    OR NOT starts_with(footnote_id, coalesce(clause_id, symbol) || '/note')
    OR NOT starts_with(clause_id, symbol || '#')
    OR span_end <= span_start
