-- table: treaties
-- column: parties_stated
-- Parties counted from standing differ from those that the depositary counts, and no row of quality says why; or one does, and no count is there.
SELECT t.treaty_id, t.parties_stated, coalesce(counted.parties, 0) AS parties_counted
FROM treaties AS t
LEFT JOIN (
    SELECT treaty_id, count(*) AS parties
    FROM treaty_standing
    WHERE known_to IS NULL AND standing = 'party' AND (valid_to IS NULL OR valid_to > observed_until)
    GROUP BY treaty_id
) AS counted ON counted.treaty_id = t.treaty_id
LEFT JOIN (
    SELECT DISTINCT subject
    FROM quality
    WHERE subject_kind = 'treaty' AND kind IN ('parties_differ', 'parties_of_other_day')
) AS told ON told.subject = t.treaty_id
WHERE (t.has_status AND told.subject IS NULL AND t.parties_stated <> coalesce(counted.parties, 0))
    OR (told.subject IS NOT NULL AND t.parties_stated IS NULL)
