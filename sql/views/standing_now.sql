CREATE VIEW standing_now AS
SELECT
    s.treaty_id, t.title AS treaty, s.participant_id, s.name, s.kind, s.standing, s.valid_from AS since,
    s.is_valid_from_exact, s.bound_from, s.observed_until
FROM latest_standing AS s
JOIN treaties AS t ON t.treaty_id = s.treaty_id
WHERE s.valid_from <= s.observed_until AND (s.valid_to IS NULL OR s.valid_to > s.observed_until);
COMMENT ON VIEW standing_now IS 'Standing of each participant on each treaty on the day of its newest status (observed_until).';
