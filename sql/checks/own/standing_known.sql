-- table: accession_call_states
-- column: standing_known_on
-- The day until which a standing is known is neither that of the call nor that of the newest status before it.
SELECT call_id, participant_id, adopted_on, standing_known_on, standing_is_current, observed_until
FROM accession_call_states
WHERE standing_known_on <> least(adopted_on, observed_until)
    OR standing_is_current <> (adopted_on <= observed_until)
