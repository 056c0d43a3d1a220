CREATE MACRO parties_as_known_on(treaty, day, known) AS TABLE
SELECT
    s.participant_id, p.name, p.kind, s.valid_from AS party_since, s.is_valid_from_exact, s.bound_from,
    s.known_from, s.known_to, least(CAST(day AS DATE), s.observed_until) AS known_on
FROM treaty_standing AS s
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE s.treaty_id = treaty
    AND s.standing = 'party'
    AND s.known_from <= CAST(known AS DATE)
    AND (s.known_to IS NULL OR s.known_to > CAST(known AS DATE))
    AND s.valid_from <= least(CAST(day AS DATE), s.observed_until)
    AND (s.valid_to IS NULL OR s.valid_to > least(CAST(day AS DATE), s.observed_until))
ORDER BY p.name, p.participant_id;
COMMENT ON MACRO TABLE parties_as_known_on IS 'Parties to a treaty on a day, by deposit, as the status files known on another day told it: what a reader of that day would have found. Rows with known_to were corrected since.';
