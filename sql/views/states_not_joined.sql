CREATE VIEW states_not_joined AS
SELECT
    s.call_id, a.symbol, a.clause_id, s.adopted_on, s.treaty_id, t.title AS treaty, s.participant_id, p.name AS state, s.eligible, s.addressed,
    s.standing, s.standing_known_on, s.standing_is_current, s.vote, s.next_action, s.next_action_on,
    s.joined_on, s.days_to_join, s.joined_on IS NULL AS is_still_outside, s.observed_until
FROM accession_call_states AS s
JOIN accession_calls AS a ON a.call_id = s.call_id
JOIN treaties AS t ON t.treaty_id = s.treaty_id
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE a.category IN ('join', 'universal') AND s.standing <> 'party' AND s.eligible <> 'no';
COMMENT ON VIEW states_not_joined IS 'Each call to join (not to make a declaration or to withdraw a reservation) and each State that could have answered it: not a party on the day of adoption, as far as known then, and not barred by the treaty.';
