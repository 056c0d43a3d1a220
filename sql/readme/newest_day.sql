-- The day of the newest table of participants.
SELECT max(as_at) FROM treaties WHERE has_status
