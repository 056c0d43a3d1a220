-- The calls to join made in one resolution ($symbol), each treaty with how many of the States that could join had not
-- done so on the day of adoption, and how many of these had by the newest status. A call to States by name is counted
-- over these alone.
SELECT
    c.call_id, c.call_number, c.clause_id, c.treaty_id, c.category, c.acts, c.strength, c.has_consider, c.urgency, c.addressee,
    c.addressee_class, count(s.participant_id) AS states,
    count(s.participant_id) FILTER (s.standing <> 'party') AS not_joined_then,
    count(s.participant_id) FILTER (s.standing <> 'party' AND s.joined_on IS NOT NULL) AS joined_since,
    min(s.standing_known_on) AS standing_known_on,
    bool_and(s.standing_is_current) AS standing_is_current,
    max(s.observed_until) AS observed_until
FROM accession_calls AS c
LEFT JOIN accession_call_states AS s
    ON s.call_id = c.call_id
    AND s.eligible <> 'no'
    AND (c.addressee_class <> 'named_states' OR list_contains(string_split(c.named_states, ', '), s.participant_id))
WHERE c.symbol = $symbol
GROUP BY ALL
ORDER BY c.clause_id, c.call_number, c.call_id;
