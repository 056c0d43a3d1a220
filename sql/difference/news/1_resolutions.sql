-- Resolutions and statements that came
SELECT concat_ws(' ', rows.symbol, '(' || rows.adopted_on || ')') || coalesce(': ' || rows.title, '') AS line
FROM changes
JOIN resolutions AS rows ON changes.key = rows.symbol
WHERE changes."table" = 'resolutions' AND changes.change = 'added'
ORDER BY rows.adopted_on DESC NULLS LAST, rows.symbol
