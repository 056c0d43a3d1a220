-- table: citations
-- column: span_end
-- The span of a citation goes beyond the text of its clause or footnote, or does not hold the number of what is cited.
SELECT citation_id, language, cited_symbol, printed
FROM (
    SELECT
        c.citation_id, c.language, c.cited_symbol, c.evidence, c.span_end, coalesce(f.text, k.text) AS citing,
        substring(coalesce(f.text, k.text), c.span_start + 1, c.span_end - c.span_start) AS printed
    FROM citations AS c
    LEFT JOIN footnotes AS f ON f.footnote_id = c.footnote_id AND f.language = c.language
    LEFT JOIN clauses AS k ON c.footnote_id IS NULL AND k.clause_id = c.clause_id AND k.language = c.language
)
WHERE span_end > length(citing)
    OR NOT CASE evidence
        WHEN 'pattern' THEN contains(printed, regexp_extract(cited_symbol, '(\d*)\D*$', 1))
        -- An official link may name a part of the symbol only, or hold a number with a misprint.
        WHEN 'link' THEN regexp_matches(printed, '\d')
        ELSE regexp_matches(printed, '\pL')
    END
    OR regexp_matches(printed, '^\s|\s$')
