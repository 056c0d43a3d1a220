-- table: footnotes
-- column: text_sha256
-- The hash of a footnote is not the hash of its text.
SELECT footnote_id, language
FROM footnotes
WHERE text_sha256 <> sha256(text) OR (text IS NULL) <> (text_sha256 IS NULL)
