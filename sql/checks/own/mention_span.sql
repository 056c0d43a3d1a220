-- table: treaty_mentions
-- column: span_end
-- A span ends before it begins.
SELECT mention_id, language, span_start, span_end FROM treaty_mentions WHERE span_end < span_start
