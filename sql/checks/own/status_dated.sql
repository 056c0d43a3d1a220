-- table: treaties
-- column: as_at
-- A treaty has a table of participants without a day, or a day without a table.
SELECT treaty_id, has_status, as_at FROM treaties WHERE has_status <> (as_at IS NOT NULL)
