-- table: treaty_actions
-- column: document
-- An act was read from a document that is no status file, or from one of a day on which it was not observed any more.
SELECT a.action_id, a.known_from, a.observed_until, a.document, d.format, d.as_at
FROM treaty_actions AS a
JOIN documents AS d ON d.sha256 = a.document
WHERE d.format NOT IN ('status', 'status_table')
    -- A file may be older than the day that is taken for its own: that of the last act that it shows.
    OR d.as_at > a.observed_until
