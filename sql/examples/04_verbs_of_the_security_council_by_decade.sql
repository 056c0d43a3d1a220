-- With which verbs did the Security Council open its operative paragraphs, by decade?
SELECT
    year(adopted_on) // 10 * 10 AS decade, verb, count(*) AS clauses,
    round(100 * count(*) / sum(count(*)) OVER (PARTITION BY year(adopted_on) // 10 * 10), 1) AS percent
FROM clauses_with_resolution
WHERE body = 'sc' AND language = 'en' AND part = 'operative' AND depth = 0 AND verb IS NOT NULL
    AND adopted_on IS NOT NULL
GROUP BY decade, verb
QUALIFY row_number() OVER (PARTITION BY decade ORDER BY clauses DESC, verb) <= 10
ORDER BY decade, clauses DESC, verb;
