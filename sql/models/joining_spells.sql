-- Each State outside each treaty that resolutions ask States to join: how long until it joined, or until nobody looked.
--
-- Reads accession_call_states, accession_calls, treaty_actions, treaties and participants. One row is one State, one
-- treaty, one series and one start. States that the treaty bars or that a call does not address have no spell from it.
WITH heard AS (
    SELECT
        s.treaty_id, s.participant_id, s.adopted_on, s.observed_until,
        min(s.standing) AS standing, min(s.joined_on) AS joined_on
    FROM accession_call_states AS s
    JOIN accession_calls AS c ON c.call_id = s.call_id
    WHERE c.category IN ('join', 'universal')
        AND s.standing_is_current
        AND s.eligible <> 'no'
        AND s.addressed <> 'no'
        AND s.standing <> 'party'
    GROUP BY s.treaty_id, s.participant_id, s.adopted_on, s.observed_until
),

numbered AS (
    SELECT
        *,
        row_number() OVER days AS call_number,
        lead(adopted_on) OVER days AS next_call_on
    FROM heard
    WINDOW days AS (PARTITION BY treaty_id, participant_id ORDER BY adopted_on)
),

-- From one call to the next, or to the joining, or to the newest status.
between_calls AS (
    SELECT
        treaty_id, participant_id,
        CASE WHEN call_number = 1 THEN 'until_second_call' ELSE 'after_repeated_call' END AS series,
        adopted_on AS starts_on,
        least(joined_on, next_call_on, observed_until) AS ends_on,
        coalesce(joined_on <= coalesce(next_call_on, joined_on), false) AS has_joined,
        next_call_on IS NOT NULL AS is_followed,
        call_number, standing, observed_until
    FROM numbered
),

since_first AS (
    SELECT
        treaty_id, participant_id,
        'after_first_call' AS series,
        adopted_on AS starts_on,
        least(joined_on, observed_until) AS ends_on,
        joined_on IS NOT NULL AS has_joined,
        false AS is_followed,
        call_number, standing, observed_until
    FROM numbered
    WHERE call_number = 1
),

-- Before any call every State that the first call could have found, party by then or not.
first_calls AS (
    SELECT s.treaty_id, min(s.adopted_on) AS first_call_on
    FROM accession_call_states AS s
    JOIN accession_calls AS c ON c.call_id = s.call_id
    WHERE c.category IN ('join', 'universal')
    GROUP BY s.treaty_id
),

first_consents AS (
    SELECT treaty_id, participant_id, min(acted_on) AS joined_on
    FROM treaty_actions
    WHERE is_consent AND known_to IS NULL
    GROUP BY treaty_id, participant_id
),

open_to AS (
    SELECT DISTINCT
        f.treaty_id, s.participant_id, f.first_call_on, s.observed_until,
        greatest(t.concluded_on, p.counts_from) AS starts_on
    FROM first_calls AS f
    JOIN accession_call_states AS s ON s.treaty_id = f.treaty_id AND s.adopted_on = f.first_call_on
    JOIN treaties AS t ON t.treaty_id = f.treaty_id
    JOIN participants AS p ON p.participant_id = s.participant_id
    WHERE s.eligible <> 'no' AND t.concluded_on IS NOT NULL
),

before_call AS (
    SELECT
        o.treaty_id, o.participant_id,
        'before_call' AS series,
        o.starts_on,
        least(c.joined_on, o.first_call_on, o.observed_until) AS ends_on,
        coalesce(c.joined_on <= least(o.first_call_on, o.observed_until), false) AS has_joined,
        o.first_call_on <= o.observed_until AS is_followed,
        CAST(NULL AS BIGINT) AS call_number,
        CAST(NULL AS VARCHAR) AS standing,
        o.observed_until
    FROM open_to AS o
    LEFT JOIN first_consents AS c ON c.treaty_id = o.treaty_id AND c.participant_id = o.participant_id
),

spells AS (
    SELECT * FROM before_call
    UNION ALL
    SELECT * FROM since_first
    UNION ALL
    SELECT * FROM between_calls
)

SELECT
    s.treaty_id, s.participant_id, s.series, s.starts_on, s.ends_on,
    CAST(date_diff('day', s.starts_on, s.ends_on) AS INTEGER) AS days,
    s.has_joined,
    CASE WHEN s.has_joined THEN NULL WHEN s.is_followed THEN 'next_call' ELSE 'observed_until' END AS censored_by,
    CAST(s.call_number AS INTEGER) AS call_number,
    s.standing, p.regional_group, s.observed_until
FROM spells AS s
JOIN participants AS p ON p.participant_id = s.participant_id
WHERE s.ends_on > s.starts_on
ORDER BY s.treaty_id, s.participant_id, s.series, s.starts_on
