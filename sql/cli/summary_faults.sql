-- Documents with a fault, by kind, with the first of each.
SELECT kind, count(*) AS faults, arg_min(coalesce(name, subject), (name, detail)) AS first, arg_min(detail, (name, detail)) AS detail
FROM quality
WHERE subject_kind = 'document' AND kind <> 'witness' -- a second file of one text is no fault
GROUP BY kind
ORDER BY faults DESC, kind;
