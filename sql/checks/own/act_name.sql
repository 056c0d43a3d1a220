-- table: treaty_actions
-- column: participant_printed
-- The participant of an act is printed with a name that stands for another one, or for none.
SELECT a.action_id, a.participant_id, a.participant_printed, n.participant_id AS name_of
FROM treaty_actions AS a
LEFT JOIN participant_names AS n ON n.name = a.participant_printed
WHERE n.participant_id IS DISTINCT FROM a.participant_id
