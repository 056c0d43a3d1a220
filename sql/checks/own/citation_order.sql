-- table: citations
-- column: citation_id
-- The citations of a clause or footnote are not numbered from 1 without a gap: one is missing.
SELECT place, language, count(*) AS citations, max(number) AS last_number
FROM (
    SELECT
        coalesce(footnote_id, clause_id) AS place, language, regexp_extract(citation_id, '/cite\.(\d+)$', 1)::INTEGER AS number
    FROM citations
    WHERE regexp_matches(citation_id, '/cite\.\d{1,6}$')
)
GROUP BY place, language
HAVING count(*) <> max(number)
