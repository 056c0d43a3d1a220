-- What do two status files of one treaty say differently, other than what came between them?
SELECT
    d.difference, d.treaty_id, p.name, d.column_printed, d.older_day, d.older_printed, d.newer_day, d.newer_printed
FROM treaty_disagreements AS d
JOIN participants AS p ON p.participant_id = d.participant_id
WHERE d.difference <> 'row_new'
ORDER BY d.difference, d.treaty_id, p.name, d.disagreement_id;
