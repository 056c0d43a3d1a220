-- Every stretch of days outside a treaty that resolutions ask to join.
SELECT * FROM joining_spells
