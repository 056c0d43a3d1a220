-- One State or organization by its id or by a name that it has or had ($name, letters of either case).
SELECT DISTINCT p.participant_id, p.name, p.kind, p.un_member_from, p.un_member_to, p.regional_group
FROM participants AS p
LEFT JOIN participant_names AS n ON n.participant_id = p.participant_id
WHERE upper($name) IN (upper(p.participant_id), upper(p.name), upper(n.name));
