-- table: treaties
-- column: treaty_id
-- A treaty's id names another chapter or parent than its row, or one of another depositary has a chapter.
SELECT treaty_id, chapter, parent_id, has_status, parties_stated
FROM treaties
WHERE NOT starts_with(treaty_id, chapter || '-')
    OR (chapter IS NULL) <> starts_with(treaty_id, 'ext-')
    OR treaty_id = parent_id
    OR NOT starts_with(treaty_id, parent_id)
