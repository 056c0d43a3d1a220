-- How many clauses address the Secretary-General, by body and session, and with which verb most often?
SELECT
    body, session, count(*) AS clauses, count(DISTINCT symbol) AS resolutions,
    mode(verb ORDER BY verb) AS commonest_verb
FROM clauses_with_resolution
WHERE language = 'en' AND addressee_class = 'secretary_general'
GROUP BY body, session
ORDER BY body, min(adopted_on), session;
