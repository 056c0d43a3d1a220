-- table: treaties
-- column: in_force_on
-- A treaty was in force before it was concluded, or has status of a day before it, and no row of quality says so.
SELECT treaty_id, concluded_on, in_force_on, as_at
FROM treaties AS t
WHERE (in_force_on < concluded_on OR as_at < concluded_on)
    AND NOT EXISTS (
        SELECT 1 FROM quality AS q
        WHERE q.subject_kind = 'treaty' AND q.subject = t.treaty_id AND q.kind = 'days_out_of_order'
    )
