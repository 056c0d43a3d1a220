-- table: accession_call_states
-- column: next_action
-- A State's answer is not the first consent after the call, or not an act of that State.
WITH answers AS (
    SELECT treaty_id, participant_id, acted_on, list(action) AS actions, bool_or(is_consent) AS is_consent
    FROM treaty_actions
    WHERE known_to IS NULL AND acted_on IS NOT NULL AND (is_consent OR action = 'signature')
    GROUP BY treaty_id, participant_id, acted_on
)

SELECT s.call_id, s.participant_id, s.adopted_on, s.standing, s.next_action, s.next_action_on, s.joined_on, j.acted_on
FROM accession_call_states AS s
ASOF LEFT JOIN (SELECT * FROM answers WHERE is_consent) AS j
    ON j.treaty_id = s.treaty_id AND j.participant_id = s.participant_id AND j.acted_on > s.adopted_on
LEFT JOIN answers AS n
    ON n.treaty_id = s.treaty_id AND n.participant_id = s.participant_id AND n.acted_on = s.next_action_on
WHERE (s.standing <> 'party' AND s.joined_on IS DISTINCT FROM j.acted_on)
    OR (s.next_action IS NOT NULL AND NOT coalesce(list_contains(n.actions, s.next_action), false))
    OR (s.standing <> 'party' AND s.next_action_on IS NULL AND s.joined_on IS NOT NULL)
