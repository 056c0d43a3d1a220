-- table: accession_calls
-- column: span_start
-- What a call says is to be joined, who is asked, or "to consider", does not stand in its clause or in its stem; or its span cuts a word.
SELECT a.call_id, a.object_printed, a.addressee, a.has_consider, a.span_start, a.span_end
FROM accession_calls AS a
JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
LEFT JOIN clauses AS s ON s.clause_id = a.stem_clause_id AND s.language = a.language
WHERE NOT contains(c.text, a.object_printed)
    -- Of a subparagraph the addressee is made of the words of both (S/RES/2331(2016), 2 (a)).
    OR (a.stem_clause_id IS NULL AND NOT contains(c.text, a.addressee))
    OR (a.has_consider AND NOT regexp_matches(concat_ws(' ', s.text, c.text), '\b[Cc]onsider'))
    OR regexp_matches(substring(c.text, a.span_start + 1, a.span_end - a.span_start), '^\s|\s$|^$')
    -- A call begins and ends with a whole word.
    OR (a.span_start > 0 AND regexp_matches(substring(c.text, a.span_start, 2), '^\pL\pL$'))
    OR regexp_matches(substring(c.text, a.span_end, 2), '^\pL\pL$')
