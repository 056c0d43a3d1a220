-- Kaplan-Meier: the share of States that has joined a treaty so many days after the start of their spell.
--
-- Reads joining_spells. One row is one curve and one day on which the estimate moves, besides day 0 and the last day
-- seen. Curves: each treaty and all together, each series, each regional group and all together.
WITH spells AS (
    SELECT
        CASE WHEN grouping(treaty_id) = 0 THEN treaty_id END AS treaty_id,
        series,
        CASE WHEN grouping(regional_group) = 0 THEN regional_group END AS regional_group,
        grouping(regional_group) AS is_every_group,
        days,
        count(*) AS ended,
        count(*) FILTER (WHERE has_joined) AS joined,
        max(observed_until) AS observed_until
    FROM joining_spells
    GROUP BY GROUPING SETS (
        (treaty_id, series, days),
        (treaty_id, series, regional_group, days),
        (series, days),
        (series, regional_group, days)
    )
),

-- States without a regional group (Holy See, State of Palestine, Cook Islands, Niue) stand in the whole alone.
curves AS (
    SELECT
        concat_ws('/', coalesce(treaty_id, 'all'), series, coalesce(regional_group, 'all')) AS curve_id,
        treaty_id, series, regional_group, days, ended, joined, observed_until
    FROM spells
    WHERE is_every_group = 1 OR regional_group IS NOT NULL
),

at_risk AS (
    SELECT
        *,
        sum(ended) OVER curve AS spells,
        sum(ended) OVER (curve ORDER BY days DESC) AS at_risk,
        max(days) OVER curve AS last_day,
        max(observed_until) OVER curve AS newest
    FROM curves
    WINDOW curve AS (PARTITION BY curve_id)
),

estimated AS (
    SELECT
        *,
        sum(joined) OVER so_far AS joined_so_far,
        product(1 - joined / at_risk) OVER so_far AS outside,
        sum(joined / nullif(at_risk * (at_risk - joined), 0)) OVER so_far AS spread
    FROM at_risk
    WINDOW so_far AS (PARTITION BY curve_id ORDER BY days)
),

steps AS (
    SELECT
        curve_id, treaty_id, series, regional_group, days, spells, at_risk, joined, joined_so_far, outside,
        -- Where all have joined the formula has no value.
        CASE WHEN outside > 0 THEN 1.96 * outside * sqrt(spread) END AS margin, newest
    FROM estimated
    WHERE joined > 0 OR days = last_day
    UNION ALL
    SELECT DISTINCT curve_id, treaty_id, series, regional_group, 0, spells, spells, 0, 0, 1.0, 0.0, newest
    FROM estimated
)

SELECT
    curve_id, treaty_id, series, regional_group,
    CAST(days AS INTEGER) AS days,
    CAST(spells AS INTEGER) AS spells,
    CAST(at_risk AS INTEGER) AS at_risk,
    CAST(joined AS INTEGER) AS joined,
    CAST(joined_so_far AS INTEGER) AS joined_so_far,
    round(1 - outside, 6) AS share_joined,
    CASE WHEN margin IS NOT NULL THEN round(greatest(1 - outside - margin, 0), 6) END AS share_low,
    CASE WHEN margin IS NOT NULL THEN round(least(1 - outside + margin, 1), 6) END AS share_high,
    newest AS observed_until
FROM steps
ORDER BY curve_id, days
