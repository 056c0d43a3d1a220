-- How many parties did the Trafficking Protocol (XVIII-12-a) have at the end of each year, and how many had only signed?
-- Years after the newest status are left out; organizations count as parties, as the depositary counts them.
SELECT
    CAST(years.day AS DATE) AS at_the_end_of,
    count(*) FILTER (WHERE s.standing = 'party') AS parties,
    count(*) FILTER (WHERE s.standing = 'party' AND s.kind = 'organization') AS organizations_among_them,
    count(*) FILTER (WHERE s.standing = 'signatory') AS signed_only,
    t.as_at AS observed_until
FROM treaties AS t
CROSS JOIN generate_series(TIMESTAMP '2000-12-31', CAST(t.as_at AS TIMESTAMP), INTERVAL 1 YEAR) AS years(day)
JOIN latest_standing AS s
    ON s.treaty_id = t.treaty_id
    AND s.valid_from <= CAST(years.day AS DATE)
    AND (s.valid_to IS NULL OR s.valid_to > CAST(years.day AS DATE))
WHERE t.treaty_id = 'XVIII-12-a'
GROUP BY years.day, t.as_at
ORDER BY at_the_end_of;
