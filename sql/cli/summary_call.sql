-- One call to join the treaty that the most calls name, the Trafficking Protocol before others: the latest whose day
-- the status data still covers. How many States were not party on that day, and how many of them joined since.
SELECT
    call.clause_id,
    resolution.adopted_on,
    call.strength,
    call.has_consider,
    treaty.treaty_id,
    treaty.title,
    treaty.as_at,
    count(*) FILTER (state.standing = 'party') AS party_then,
    count(*) FILTER (state.standing <> 'party' AND state.eligible <> 'no') AS not_party_then,
    count(*) FILTER (state.standing <> 'party' AND state.joined_on IS NOT NULL) AS joined_since
FROM accession_calls AS call
JOIN resolutions AS resolution USING (symbol)
JOIN treaties AS treaty ON treaty.treaty_id = call.treaty_id
JOIN accession_call_states AS state ON state.call_id = call.call_id
WHERE call.category = 'join' AND state.standing_is_current
GROUP BY ALL
ORDER BY max(treaty.treaty_id = 'XVIII-12-a') DESC, joined_since DESC, resolution.adopted_on, call.clause_id
LIMIT 1;
