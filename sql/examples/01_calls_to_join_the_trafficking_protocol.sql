-- Which clauses ask States to join the Trafficking Protocol (XVIII-12-a), and how many had not, then and now?
-- "Now" is the day of the newest status, in the last column.
SELECT
    clause_id, adopted_on, strength, acts, has_consider,
    states, not_party_then, joined_since, not_known_to_have_joined,
    standing_known_on AS then_known_on, observed_until AS now_known_on
FROM call_answers
JOIN accession_calls USING (call_id, clause_id, symbol, treaty_id)
WHERE treaty_id = 'XVIII-12-a'
ORDER BY adopted_on, clause_id;
