-- The steps of the curves over all treaties: every series, all States together and by regional group.
SELECT series, regional_group, days, share_joined, share_low, share_high, at_risk, spells, observed_until
FROM joining_curves
WHERE treaty_id IS NULL
ORDER BY series, regional_group NULLS FIRST, days
