-- No row of this table may go: what was adopted, filed or deposited stays so.
SELECT key FROM changes WHERE "table" = $table AND change = 'removed' ORDER BY key
