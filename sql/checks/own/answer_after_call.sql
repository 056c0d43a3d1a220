-- table: accession_call_states
-- column: joined_on
-- An answer to a call lies before it, or its days do not agree with each other.
SELECT call_id, participant_id, adopted_on, next_action_on, joined_on, days_to_join
FROM accession_call_states
WHERE next_action_on <= adopted_on
    OR joined_on <= adopted_on
    OR next_action_on > joined_on
    OR (next_action_on IS NULL AND joined_on IS NOT NULL)
    OR days_to_join IS DISTINCT FROM joined_on - adopted_on
    OR (next_action IS NULL) <> (next_action_on IS NULL)
    OR (standing = 'party' AND joined_on IS NOT NULL)
