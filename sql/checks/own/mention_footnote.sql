-- table: treaty_mentions
-- column: footnote_id
-- A mention rests on a footnote of another clause.
SELECT m.mention_id, m.language, m.clause_id, m.footnote_id
FROM treaty_mentions AS m
JOIN footnotes AS f ON f.footnote_id = m.footnote_id AND f.language = m.language
WHERE f.clause_id IS DISTINCT FROM m.clause_id
