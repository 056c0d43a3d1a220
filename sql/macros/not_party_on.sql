CREATE MACRO not_party_on(treaty, day) AS TABLE
SELECT
    p.participant_id, p.name, coalesce(s.standing, 'none') AS standing, s.valid_from AS since,
    least(CAST(day AS DATE), t.as_at) AS known_on,
    CAST(day AS DATE) <= t.as_at AS is_current
FROM treaties AS t
JOIN participants AS p
    ON p.kind = 'state'
    AND p.counts_from <= CAST(day AS DATE)
    AND (p.counts_to IS NULL OR p.counts_to > CAST(day AS DATE))
LEFT JOIN latest_standing AS s
    ON s.treaty_id = t.treaty_id
    AND s.participant_id = p.participant_id
    AND s.valid_from <= least(CAST(day AS DATE), t.as_at)
    AND (s.valid_to IS NULL OR s.valid_to > least(CAST(day AS DATE), t.as_at))
WHERE t.treaty_id = treaty AND t.has_status AND coalesce(s.standing, 'none') <> 'party'
ORDER BY p.name, p.participant_id;
COMMENT ON MACRO TABLE not_party_on IS 'States that existed on a day and were not party to a treaty, with their standing and until when it is known. After the newest status, none and signatory mean: not known to have joined.';
