-- The days that the data speaks of, and the languages of its clauses.
SELECT
    (SELECT min(adopted_on) FROM resolutions) AS adopted_from,
    (SELECT max(adopted_on) FROM resolutions) AS adopted_until,
    (SELECT min(as_at) FROM treaties WHERE has_status) AS treaty_data_from,
    (SELECT max(as_at) FROM treaties WHERE has_status) AS treaty_data_until,
    (SELECT coalesce(list(DISTINCT language ORDER BY language), []) FROM clauses) AS languages
