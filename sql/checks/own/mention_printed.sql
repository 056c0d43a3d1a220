-- table: treaty_mentions
-- column: printed
-- The span of a mention does not hold its printed name.
SELECT m.mention_id, m.language, m.printed, substring(c.text, m.span_start + 1, m.span_end - m.span_start) AS in_text
FROM treaty_mentions AS m
JOIN clauses AS c ON c.clause_id = m.clause_id AND c.language = m.language
WHERE m.printed <> substring(c.text, m.span_start + 1, m.span_end - m.span_start)
