-- table: documents
-- column: is_used
-- A document is said to be used and no clause rests on it, or clauses rest on one that is not; its reader is another's.
SELECT sha256, symbol, language, format, reader, is_used
FROM documents
-- The reader of a PDF says so where its text was read off images.
WHERE NOT starts_with(reader, format)
    OR (
        format IN ('akn', 'word', 'pdf', 'text')
        AND is_used <> (sha256 IN (SELECT document FROM clauses UNION SELECT document FROM resolutions))
    )
    -- A status file that was read is used, though another one may tell the same.
    OR (format IN ('status', 'status_table') AND NOT is_used)
    OR (format IN ('akn', 'word', 'pdf', 'text')) <> (symbol IS NOT NULL)
    OR (format IN ('status', 'status_table')) <> (as_at IS NOT NULL)
