-- Treaties like an id that is not there ($treaty): by the letters that differ.
SELECT treaty_id FROM treaties ORDER BY levenshtein(treaty_id, $treaty), treaty_id LIMIT 3;
