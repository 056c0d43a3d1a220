-- table: citations
-- column: span_end
-- A span ends before it begins.
SELECT citation_id, language, span_start, span_end FROM citations WHERE span_end < span_start
