-- The treaties that resolutions asked one State ($participant) to join, and that it is not known to have joined since:
-- how many clauses, the first and the last, how it voted on them.
SELECT
    s.treaty_id, s.treaty AS title,
    count(DISTINCT s.clause_id) AS calls,
    min(s.adopted_on) AS first_call_on,
    max(s.adopted_on) AS last_call_on,
    max_by(s.clause_id, (s.adopted_on, s.clause_id)) AS last_clause_id,
    count(DISTINCT s.clause_id) FILTER (WHERE s.vote = 'yes') AS voted_yes,
    max_by(s.standing, (s.adopted_on, s.clause_id)) AS standing,
    CASE WHEN bool_or(s.eligible = 'yes') THEN 'yes' ELSE 'unknown' END AS eligible,
    max(s.observed_until) AS observed_until
FROM states_not_joined AS s
WHERE s.participant_id = $participant AND s.is_still_outside AND s.addressed <> 'no'
GROUP BY s.treaty_id, s.treaty
ORDER BY calls DESC, s.treaty_id;
