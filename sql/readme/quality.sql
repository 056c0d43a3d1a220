-- Faults met by kind, with one example of what was done about them.
SELECT subject_kind AS "in", kind AS fault, count(*) AS times, min(done) AS "what was done, for example"
FROM quality
GROUP BY subject_kind, kind
ORDER BY times DESC, subject_kind, kind
