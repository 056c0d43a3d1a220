-- The terms of single documents, and how many have them.
SELECT rights, string_agg(DISTINCT format, ', ' ORDER BY format) AS formats, count(*) AS documents
FROM documents
GROUP BY rights
ORDER BY documents DESC, rights
