-- Digest of a table's content: SHA-256 over the rows in the order of the key. Every cell goes in as its length and its
-- text, an empty one as '-', so that no two contents give the same line.
SELECT coalesce(sha256(string_agg(row_sha256, '' ORDER BY $key)), sha256('')) AS digest
FROM (SELECT $key, sha256(concat_ws(',', $cells)) AS row_sha256 FROM $table)
