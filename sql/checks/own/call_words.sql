-- table: accession_calls
-- column: span_start
-- What a call says is to be joined, or who is asked, does not stand in its clause or in those above it; or its span cuts a word.
WITH RECURSIVE read AS (
    SELECT a.call_id, c.language, c.parent_id, c.text
    FROM accession_calls AS a
    JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
    UNION ALL
    SELECT read.call_id, read.language, c.parent_id, concat(c.text, ' ', read.text)
    FROM read
    JOIN clauses AS c ON c.clause_id = read.parent_id AND c.language = read.language
)

SELECT a.call_id, a.object_printed, a.addressee, a.span_start, a.span_end
FROM accession_calls AS a
JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
JOIN read ON read.call_id = a.call_id AND read.parent_id IS NULL
WHERE NOT contains(read.text, a.object_printed)
    -- Of a subparagraph the addressee is made of the words of both (S/RES/2331(2016), 2 (a)).
    OR (a.stem_clause_id IS NULL AND NOT contains(read.text, a.addressee))
    OR regexp_matches(substring(c.text, a.span_start + 1, a.span_end - a.span_start), '^\s|\s$|^$')
    -- A call begins and ends with a whole word.
    OR (a.span_start > 0 AND regexp_matches(substring(c.text, a.span_start, 2), '^\pL\pL$'))
    OR regexp_matches(substring(c.text, a.span_end, 2), '^\pL\pL$')
