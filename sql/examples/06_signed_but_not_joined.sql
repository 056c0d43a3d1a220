-- Who has signed the Trafficking Protocol (XVIII-12-a) and not expressed consent to be bound, and since when?
SELECT name, participant_id, since AS signed_on, observed_until - since AS days_since_signature, observed_until
FROM standing_now
WHERE treaty_id = 'XVIII-12-a' AND standing = 'signatory'
ORDER BY signed_on, name;
