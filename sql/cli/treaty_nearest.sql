-- Treaties like one that is not there ($treaty): those with the words in their title, the most called for first, else by
-- the letters of the id that differ.
SELECT t.treaty_id, t.title, contains(lower(t.title), lower($treaty)) AS is_in_title
FROM treaties AS t
LEFT JOIN (SELECT treaty_id, count(*) AS calls FROM accession_calls GROUP BY treaty_id) AS c ON c.treaty_id = t.treaty_id
ORDER BY
    is_in_title DESC,
    CASE WHEN is_in_title THEN -coalesce(c.calls, 0) ELSE levenshtein(lower(t.treaty_id), lower($treaty)) END,
    t.treaty_id
LIMIT 3;
