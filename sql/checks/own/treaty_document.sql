-- table: treaties
-- column: document
-- A treaty with status rests on a status file of another day, or on a document that is no status file.
SELECT t.treaty_id, t.as_at, t.document, d.format, d.as_at AS document_as_at
FROM treaties AS t
JOIN documents AS d ON d.sha256 = t.document
WHERE d.format NOT IN ('status', 'status_table')
    -- A table may be older than the day on which it was found unchanged.
    OR (t.has_status AND IF(d.format = 'status', d.as_at <> t.as_at, d.as_at > t.as_at))
