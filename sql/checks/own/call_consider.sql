-- table: accession_calls
-- column: has_consider
-- States are said to be asked "to consider" in a call without such words; or they are, and the call does not say so; or the rows of one call differ.
SELECT call_id, has_consider, said
FROM (
    SELECT
        a.call_id, a.has_consider,
        count(DISTINCT a.has_consider) OVER (PARTITION BY a.clause_id, a.language, a.call_number) AS answers,
        -- The words of a subparagraph do not say all: "to consider" may stand in its stem.
        IF(a.stem_clause_id IS NULL, substring(c.text, a.span_start + 1, a.span_end - a.span_start), NULL) AS said
    FROM accession_calls AS a
    JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
)
WHERE answers > 1
    OR (has_consider AND NOT regexp_matches(said, '(?i)\bconsider(ing|ation)?\b|\bpossibility of\b'))
    OR (NOT has_consider AND regexp_matches(said, '(?i)\bto consider (sign|ratify|acced|becom|join|adher|doing so)'))
