-- table: accession_call_states
-- column: adopted_on
-- A State of a call gives another treaty, day or vote than the call, its resolution and the votes.
SELECT s.call_id, s.participant_id, s.treaty_id, s.adopted_on, s.vote
FROM accession_call_states AS s
LEFT JOIN accession_calls AS c ON c.call_id = s.call_id
LEFT JOIN resolutions AS r ON r.symbol = c.symbol
LEFT JOIN votes AS v ON v.symbol = c.symbol AND v.participant_id = s.participant_id
WHERE s.treaty_id IS DISTINCT FROM c.treaty_id
    OR s.adopted_on IS DISTINCT FROM r.adopted_on
    OR s.vote IS DISTINCT FROM v.vote
