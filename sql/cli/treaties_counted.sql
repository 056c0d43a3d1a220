-- Treaties whose newest status file states the number of signatories beside its table.
SELECT t.treaty_id, t.as_at, t.signatories_stated
FROM treaties AS t
JOIN documents AS d ON d.sha256 = t.document AND d.as_at = t.as_at AND d.format = 'status'
WHERE t.signatories_stated IS NOT NULL
ORDER BY t.treaty_id;
