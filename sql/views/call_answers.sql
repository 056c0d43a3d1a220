CREATE VIEW call_answers AS
SELECT
    a.call_id, a.clause_id, a.symbol, s.adopted_on, s.treaty_id, t.title AS treaty,
    count(*) AS states,
    count(*) FILTER (WHERE s.standing <> 'party') AS not_party_then,
    count(*) FILTER (WHERE s.joined_on IS NOT NULL) AS joined_since,
    count(*) FILTER (WHERE s.standing <> 'party' AND s.joined_on IS NULL) AS not_known_to_have_joined,
    min(s.standing_known_on) AS standing_known_on,
    bool_and(s.standing_is_current) AS standing_is_current,
    max(s.observed_until) AS observed_until
FROM accession_call_states AS s
JOIN accession_calls AS a ON a.call_id = s.call_id
JOIN treaties AS t ON t.treaty_id = s.treaty_id
WHERE a.category IN ('join', 'universal') AND s.eligible <> 'no'
GROUP BY a.call_id, a.clause_id, a.symbol, s.adopted_on, s.treaty_id, t.title;
COMMENT ON VIEW call_answers IS 'Each call to join a treaty with status: how many States had not joined on the day of adoption, and how many had by the newest status (observed_until).';
