-- The documents cited in one resolution ($symbol) in one language ($language), in its clauses and notes.
SELECT citation_id, clause_id, footnote_id, cited_symbol, cited_paragraph, span_start, span_end
FROM citations
WHERE symbol = $symbol AND language = $language
ORDER BY clause_id, footnote_id, span_start, span_end, citation_id;
