-- All their names.
SELECT * FROM participant_names
