-- table: treaty_actions
-- column: document
-- Acts on two treaties were read from one status file, or from the one that another treaty rests on; such a file is of one treaty.
SELECT document, treaty_id, action_id, count(*) OVER (PARTITION BY document, treaty_id) AS acts
FROM (
    SELECT document, treaty_id, action_id FROM treaty_actions
    UNION ALL
    SELECT document, treaty_id, NULL FROM treaties
)
WHERE document IN (
    SELECT a.document
    FROM (SELECT document, treaty_id FROM treaty_actions UNION SELECT document, treaty_id FROM treaties) AS a
    JOIN documents AS d ON d.sha256 = a.document AND d.format = 'status'
    GROUP BY a.document
    HAVING count(DISTINCT a.treaty_id) > 1
)
ORDER BY document, acts, treaty_id, action_id
