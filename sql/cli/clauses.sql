-- The clauses of one resolution ($symbol) in one language ($language), in reading order.
SELECT
    clause_id, parent_id, part, annex, label, depth, heading_path, verb, verb_intensifier, verb_phrase, addressee,
    addressee_class, text
FROM clauses
WHERE symbol = $symbol AND language = $language
ORDER BY ordinal;
