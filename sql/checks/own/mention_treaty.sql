-- table: treaty_mentions
-- column: treaty_id
-- A mention has a treaty and is called unresolved, or has none and is called resolved.
SELECT mention_id, language, treaty_id, evidence
FROM treaty_mentions
WHERE (treaty_id IS NULL) <> (evidence = 'unresolved')
