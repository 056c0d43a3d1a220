-- One treaty by its id or its whole title ($treaty), letters of either case.
SELECT
    treaty_id, title, depositary, concluded_on, in_force_on, registration_number, adopting_resolution, has_status, as_at,
    signatories_stated, parties_stated
FROM treaties
WHERE lower($treaty) IN (lower(treaty_id), lower(title))
ORDER BY has_status DESC, treaty_id;
