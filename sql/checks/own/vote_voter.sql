-- table: votes
-- column: participant_id
-- No State voted, or one that did not exist on the day, or was no member that could be absent; or under a name that is not its own, or none.
SELECT v.symbol, v.participant_id, v.vote, v.name_printed, r.adopted_on, p.counts_from, p.counts_to
FROM votes AS v
JOIN resolutions AS r ON r.symbol = v.symbol
JOIN participants AS p ON p.participant_id = v.participant_id
LEFT JOIN participant_names AS n ON n.name = v.name_printed
WHERE (p.counts_from IS NULL AND r.adopted_on IS NOT NULL)
    OR r.adopted_on < p.counts_from
    OR r.adopted_on >= p.counts_to
    OR (
        v.vote = 'absent'
        AND (p.un_member_from IS NULL OR r.adopted_on < p.un_member_from OR r.adopted_on >= p.un_member_to)
    )
    OR (v.vote = 'absent') <> (v.name_printed IS NULL)
    OR (v.name_printed IS NOT NULL AND n.participant_id IS DISTINCT FROM v.participant_id)
