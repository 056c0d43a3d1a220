-- What stands at a place within a clause or a footnote ($id: of a call, a mention of a treaty, a citation).
SELECT DISTINCT 'call' AS kind, language, clause_id AS holder_id, false AS is_in_note, span_start, span_end
FROM accession_calls
WHERE call_id = $id
UNION ALL
SELECT 'mention', language, clause_id, false, span_start, span_end
FROM treaty_mentions
WHERE mention_id = $id
UNION ALL
SELECT 'citation', language, coalesce(footnote_id, clause_id), footnote_id IS NOT NULL, span_start, span_end
FROM citations
WHERE citation_id = $id
ORDER BY language;
