-- table: accession_calls
-- column: call_id
-- The id of a call names another clause than its row; its numbers have a gap; or treaty, object and evidence do not go together.
SELECT call_id, clause_id, stem_clause_id, call_number, object, treaty_id, treaty_evidence, number, rows, calls
FROM (
    SELECT
        call_id, clause_id, stem_clause_id, call_number, object, treaty_id, treaty_evidence,
        coalesce(try_cast(regexp_extract(call_id, '/call\.(\d+)$', 1) AS INTEGER), 0) AS number,
        count(*) OVER (PARTITION BY clause_id, language) AS rows,
        count(DISTINCT call_number) OVER (PARTITION BY clause_id, language) AS calls,
        max(call_number) OVER (
            PARTITION BY clause_id, language ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS call_before
    FROM accession_calls
)
WHERE NOT starts_with(call_id, clause_id || '/call.')
    OR NOT starts_with(clause_id, stem_clause_id || '.')
    OR number NOT BETWEEN 1 AND rows
    OR call_number > calls
    OR call_number < call_before
    OR (treaty_id IS NOT NULL) <> (object IN ('treaty', 'set'))
    OR (treaty_id IS NULL) <> (treaty_evidence IS NULL)
