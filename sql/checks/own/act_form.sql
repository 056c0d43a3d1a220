-- table: treaty_actions
-- column: action_id
-- The id of an act names another treaty, participant, act or day than its row, or what was printed another day.
SELECT action_id, acted_on, action, is_consent, effective_on, effective_basis, evidence, printed
FROM treaty_actions
WHERE NOT starts_with(action_id, concat_ws('/', treaty_id, participant_id, action, acted_on))
    OR NOT regexp_matches(substr(action_id, length(concat_ws('/', treaty_id, participant_id, action, acted_on)) + 1), '^(/.*|~\d+)?$')
    OR (printed IS NULL AND acted_on IS NOT NULL)
    OR NOT contains(printed, year(acted_on)::VARCHAR)
    -- 12 Dec 2000; in tables made by others December 12, 2000 and 2000-12-12 too.
    OR (
        evidence <> 'note'
        AND NOT (
            regexp_matches(printed, concat('(^|\D)0?', day(acted_on), '(\D|$)'))
            AND regexp_matches(printed, strftime(acted_on, '(?i)%b|-%m-'))
        )
    )
    OR is_consent <> (action NOT IN ('signature', 'provisional_application', 'withdrawal', 'withdrawal_revoked', 'other'))
    OR (effective_on IS NULL) <> (effective_basis IS NULL)
    -- A successor is bound from the succession; a note may give a withdrawal an earlier day.
    OR (effective_on < acted_on AND effective_basis NOT IN ('succession', 'stated'))
