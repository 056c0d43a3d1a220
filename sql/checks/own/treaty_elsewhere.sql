-- table: treaties
-- column: treaty_id
-- Of the treaties that the reference data tells of some are missing, or have another title though no status file describes them.
SELECT e.treaty_id, t.title
FROM treaties_elsewhere AS e
LEFT JOIN treaties AS t ON t.treaty_id = e.treaty_id
WHERE EXISTS (SELECT 1 FROM treaties_elsewhere JOIN treaties USING (treaty_id))
    AND (t.treaty_id IS NULL OR (t.document IS NULL AND t.title <> e.title))
