-- How many calls, in how many resolutions and of which days, for how many treaties, with status of which days.
SELECT
    (SELECT count(*) FROM accession_calls) AS calls,
    (SELECT count(*) FROM resolutions) AS resolutions,
    (SELECT min(year(adopted_on)) FROM resolutions) AS first_year,
    (SELECT max(year(adopted_on)) FROM resolutions) AS last_year,
    (SELECT count(*) FROM treaties) AS treaties,
    (SELECT min(as_at) FROM treaties WHERE has_status) AS oldest_status,
    (SELECT max(as_at) FROM treaties WHERE has_status) AS newest_status;
