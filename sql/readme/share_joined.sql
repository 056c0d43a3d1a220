-- The steps of two curves over all treaties: since the first call, and before any call.
SELECT series, days, share_joined, spells, observed_until
FROM joining_curves
WHERE treaty_id IS NULL AND regional_group IS NULL AND series IN ('after_first_call', 'before_call')
ORDER BY series, days
