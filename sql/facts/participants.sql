-- All States and organizations.
SELECT * FROM participants
