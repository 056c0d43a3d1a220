-- table: clauses
-- column: ordinal
-- The clauses of a resolution in one language are not numbered from 1 without a gap: one is missing or doubled.
SELECT symbol, language, ordinal, before AS ordinal_before, before_id
FROM (
    SELECT
        symbol, language, ordinal,
        lag(ordinal, 1, 0) OVER reading AS before,
        lag(clause_id) OVER reading AS before_id
    FROM clauses
    WINDOW reading AS (PARTITION BY symbol, language ORDER BY ordinal)
)
WHERE ordinal <> before + 1
