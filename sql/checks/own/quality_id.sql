-- table: quality
-- column: quality_id
-- The id of a fault is not made of what the row says.
SELECT quality_id, subject_kind, subject, kind
FROM quality
WHERE quality_id
    <> left(sha256(concat_ws(chr(31), subject_kind, subject, kind, detail, done, coalesce(name, ''))), 16)
