-- table: treaty_mentions
-- column: mention_id
-- The id of a mention names another clause than its row, or this another resolution; or its number has a gap before it.
SELECT mention_id, language, symbol, clause_id, number, mentions
FROM (
    SELECT
        mention_id, language, symbol, clause_id, span_start, span_end,
        coalesce(try_cast(regexp_extract(mention_id, '/treaty\.(\d+)$', 1) AS INTEGER), 0) AS number,
        count(*) OVER (PARTITION BY clause_id, language) AS mentions
    FROM treaty_mentions
)
WHERE NOT starts_with(mention_id, clause_id || '/treaty.')
    OR NOT starts_with(clause_id, symbol || '#')
    OR number NOT BETWEEN 1 AND mentions
    OR span_end <= span_start
