-- table: treaty_actions
-- column: document
-- An act was read from a document that is no status file, or from one of a day on which it was not observed any more.
SELECT a.action_id, a.known_from, a.observed_until, a.document, d.format, d.as_at
FROM treaty_actions AS a
JOIN documents AS d ON d.sha256 = a.document
WHERE d.format NOT IN ('status', 'status_table')
    OR d.as_at > a.observed_until
    OR (d.format = 'status' AND d.as_at < a.known_from)
