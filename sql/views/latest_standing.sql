CREATE VIEW latest_standing AS
SELECT
    s.treaty_id, s.participant_id, p.name, p.kind, s.standing, s.valid_from, s.valid_to, s.bound_from,
    s.is_valid_from_exact, s.observed_until
FROM treaty_standing AS s
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE s.known_to IS NULL;
COMMENT ON VIEW latest_standing IS 'Standing over time by the newest knowledge alone: treaty_standing without what later status files corrected.';
