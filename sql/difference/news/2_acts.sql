-- Acts of States and organizations that came to be known
SELECT concat_ws(' ', strftime(rows.acted_on, '%Y-%m-%d') || ':', participants.name || ',', rows.action || ',',
    rows.treaty_id, '(' || treaties.title || ')') AS line
FROM changes
JOIN treaty_actions AS rows ON changes.key = rows.action_id
JOIN participants ON participants.participant_id = rows.participant_id
JOIN treaties ON treaties.treaty_id = rows.treaty_id
WHERE changes."table" = 'treaty_actions' AND changes.change = 'added'
ORDER BY rows.acted_on DESC NULLS LAST, rows.action_id
