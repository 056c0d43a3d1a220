-- Which faults did the build meet, how often, and what did it do about them?
SELECT subject_kind, kind, count(*) AS times, min(subject) AS for_example, min(done) AS done
FROM quality
GROUP BY subject_kind, kind
ORDER BY times DESC, subject_kind, kind;
