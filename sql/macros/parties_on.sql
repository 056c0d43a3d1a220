CREATE MACRO parties_on(treaty, day) AS TABLE
SELECT
    s.participant_id, s.name, s.kind, s.valid_from AS party_since, s.is_valid_from_exact, s.bound_from,
    least(CAST(day AS DATE), s.observed_until) AS known_on,
    CAST(day AS DATE) <= s.observed_until AS is_current
FROM latest_standing AS s
WHERE s.treaty_id = treaty
    AND s.standing = 'party'
    AND s.valid_from <= least(CAST(day AS DATE), s.observed_until)
    AND (s.valid_to IS NULL OR s.valid_to > least(CAST(day AS DATE), s.observed_until))
ORDER BY s.name, s.participant_id;
COMMENT ON MACRO TABLE parties_on IS 'Parties to a treaty on a day as the depositary counts them: by deposit, organizations included, without withdrawals in effect. After the newest status, as known then (known_on, is_current).';
