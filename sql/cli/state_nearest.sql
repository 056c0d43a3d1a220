-- Names like one that is not there ($name).
SELECT name
FROM participants
ORDER BY jaro_winkler_similarity(lower(name), lower($name)) DESC, name
LIMIT 3;
