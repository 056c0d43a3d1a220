-- The treaties named in one resolution ($symbol) in one language ($language).
SELECT m.mention_id, m.clause_id, m.treaty_id, t.title, m.span_start, m.span_end, m.evidence
FROM treaty_mentions AS m
LEFT JOIN treaties AS t ON t.treaty_id = m.treaty_id
WHERE m.symbol = $symbol AND m.language = $language
ORDER BY m.clause_id, m.span_start, m.span_end, m.mention_id;
