-- How well each format reads, beside the official XML of the same documents.
SELECT
    format, era, any_value(documents) AS documents,
    max(total) FILTER (WHERE figure = 'recall') AS paragraphs,
    round(max(share) FILTER (WHERE figure = 'f1'), 4) AS "exact paragraphs (F1)",
    round(max(share) FILTER (WHERE figure = 'label'), 4) AS "right number",
    round(max(share) FILTER (WHERE figure = 'verb'), 4) AS "right verb",
    round(max(share) FILTER (WHERE figure = 'notes'), 4) AS notes
FROM evaluation
GROUP BY format, era
ORDER BY format, era = 'all', era
