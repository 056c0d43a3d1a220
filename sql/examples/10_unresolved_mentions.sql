-- Which words name a treaty without deciding which one, and why?
SELECT printed, reason, count(*) AS mentions, count(DISTINCT symbol) AS resolutions, min(clause_id) AS for_example
FROM treaty_mentions
WHERE evidence = 'unresolved'
GROUP BY printed, reason
ORDER BY mentions DESC, printed, reason
LIMIT 100;
