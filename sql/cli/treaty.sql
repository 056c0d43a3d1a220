-- One treaty by its id ($treaty).
SELECT
    treaty_id, title, depositary, concluded_on, in_force_on, registration_number, adopting_resolution, has_status, as_at,
    signatories_stated, parties_stated
FROM treaties
WHERE treaty_id = $treaty;
