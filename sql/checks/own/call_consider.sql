-- table: accession_calls
-- column: has_consider
-- States are said to be asked "to consider" in a call without such words; or they are, and the call does not say so; or the rows of one call differ.
SELECT call_id, has_consider, said, after
FROM (
    SELECT
        a.call_id, a.has_consider, a.stem_clause_id,
        count(DISTINCT a.has_consider) OVER (PARTITION BY a.clause_id, a.language, a.call_number) AS answers,
        substring(c.text, a.span_start + 1, a.span_end - a.span_start) AS said,
        regexp_matches(said, '(?i)\bconsider(ing|ation)?\b|\bpossibility of\b') AS is_said,
        -- What stands behind the last of these words, without "to" where no verb follows.
        regexp_replace(
            regexp_extract(said, '(?is)^.*\b(?:consider(?:ing|ation)?|possibility of)\b(.*)$', 1),
            '(?i)\bto (the|an?|all|any|both|other|others|its|their|those|these|this|which|article|articles|relevant|\w{4,}ing)\b',
            '',
            'g'
        ) AS after
    FROM accession_calls AS a
    JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
)
WHERE answers > 1
    OR (stem_clause_id IS NULL AND has_consider AND NOT is_said)
    -- A call that begins after these words begins with another "to", or with "would".
    OR (
        stem_clause_id IS NULL
        AND NOT has_consider
        AND regexp_matches(after, '(?i)^\W+(\w+\W+){0,3}\w+ing\b')
        AND NOT regexp_matches(after, '(?i)\bto\b')
    )
