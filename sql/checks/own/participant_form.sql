-- table: participants
-- column: participant_id
-- The code of a participant is not of its kind, or its days are out of order.
SELECT participant_id, kind, iso3, un_member_from, un_member_to, counts_from, counts_to
FROM participants
WHERE NOT CASE kind
        WHEN 'organization' THEN starts_with(participant_id, 'ORG-')
        WHEN 'former_state' THEN
            regexp_full_match(participant_id, '[A-Z]{4}|[A-Z]{3}-[A-Z]+') AND NOT starts_with(participant_id, 'ORG-')
        WHEN 'former_government' THEN regexp_full_match(participant_id, '[A-Z]{3}-[A-Z]+') AND counts_to IS NOT NULL
        ELSE regexp_full_match(participant_id, '[A-Z]{3}') AND iso3 = participant_id
    END
    OR (kind = 'state' AND counts_from IS NULL)
    OR un_member_to <= un_member_from
    OR counts_to <= counts_from
