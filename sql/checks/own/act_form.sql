-- table: treaty_actions
-- column: action_id
-- The id of an act names another treaty, participant, act or day than its row, or what was printed another day.
SELECT action_id, acted_on, action, is_consent, effective_on, effective_basis, evidence, printed
FROM treaty_actions
WHERE NOT starts_with(action_id, concat_ws('/', treaty_id, participant_id, action, acted_on))
    OR NOT regexp_matches(substr(action_id, length(concat_ws('/', treaty_id, participant_id, action, acted_on)) + 1), '^(/.*|~\d+)?$')
    OR NOT contains(printed, IF(evidence = 'note', year(acted_on)::VARCHAR, strftime(acted_on, '%-d %b %Y')))
    OR is_consent <> (action NOT IN ('signature', 'provisional_application', 'withdrawal', 'withdrawal_revoked', 'other'))
    OR (effective_on IS NULL) <> (effective_basis IS NULL)
    -- A successor is bound from the succession; a note may give a withdrawal an earlier day.
    OR (effective_on < acted_on AND effective_basis NOT IN ('succession', 'stated'))
