CREATE MACRO bound_on(treaty, day) AS TABLE
SELECT
    s.participant_id, s.name, s.kind, s.bound_from, s.bound_from IS NOT NULL AS is_certain,
    s.valid_from AS party_since,
    least(CAST(day AS DATE), s.observed_until) AS known_on,
    CAST(day AS DATE) <= s.observed_until AS is_current
FROM latest_standing AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
WHERE s.treaty_id = treaty
    AND s.standing = 'party'
    AND coalesce(s.bound_from, greatest(s.valid_from, t.in_force_on)) <= least(CAST(day AS DATE), s.observed_until)
    AND (s.valid_to IS NULL OR s.valid_to > least(CAST(day AS DATE), s.observed_until))
ORDER BY s.name, s.participant_id;
COMMENT ON MACRO TABLE bound_on IS 'Participants that a treaty in force bound on a day, by date of effect. Where no source gives that date (is_certain is false), a party counts from its deposit, which may be a few months early. A successor counts from the succession, which may be before its deposit.';
