-- The notes of one resolution ($symbol) in one language ($language), in reading order.
SELECT footnote_id, clause_id, marker, "offset", text
FROM footnotes
WHERE symbol = $symbol AND language = $language
ORDER BY ordinal;
