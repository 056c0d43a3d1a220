-- table: accession_calls
-- column: span_end
-- A span ends before it begins.
SELECT call_id, language, span_start, span_end FROM accession_calls WHERE span_end < span_start
