-- table: footnotes
-- column: span_end
-- A span ends before it begins.
SELECT footnote_id, language, span_start, span_end FROM footnotes WHERE span_end < span_start
