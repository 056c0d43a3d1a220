-- table: treaty_actions
-- column: acted_on
-- An act lies after the day until which it was observed, or was known before it was done.
SELECT action_id, acted_on, known_from, observed_until
FROM treaty_actions
WHERE acted_on > observed_until OR acted_on > known_from OR known_from > observed_until
