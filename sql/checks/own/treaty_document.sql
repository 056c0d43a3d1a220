-- table: treaties
-- column: document
-- A treaty with status rests on a status file of a later day, or on a document that is no status file.
SELECT t.treaty_id, t.as_at, t.document, d.format, d.as_at AS document_as_at
FROM treaties AS t
JOIN documents AS d ON d.sha256 = t.document
WHERE d.format NOT IN ('status', 'status_table')
    -- A file is documented with the first day on which it was seen; it may be found unchanged on later ones.
    OR (t.has_status AND d.as_at > t.as_at)
