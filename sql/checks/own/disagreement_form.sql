-- table: treaty_disagreements
-- column: disagreement_id
-- The id of a disagreement names another treaty, participant or day than its row; or its sides are in the wrong order, or the same.
SELECT g.disagreement_id, g.older_day, g.newer_day, d.as_at AS newer_document_as_at
FROM treaty_disagreements AS g
LEFT JOIN documents AS d ON d.sha256 = g.newer_document
WHERE NOT starts_with(g.disagreement_id, concat_ws('/', g.treaty_id, g.participant_id, ''))
    OR NOT regexp_full_match(substr(g.disagreement_id, length(concat_ws('/', g.treaty_id, g.participant_id, '')) + 1), '\d+/' || g.newer_day)
    OR g.older_day >= g.newer_day
    OR g.older_printed IS NOT DISTINCT FROM g.newer_printed
    -- A file may be older than the day that is taken for its own: that of the last act that it shows.
    OR coalesce(d.as_at > g.newer_day, true)
