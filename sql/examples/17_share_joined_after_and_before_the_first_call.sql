-- What share of the States outside a treaty had joined it one, two and five years after the first call, and how many in
-- as many years before any call?
-- Kaplan-Meier: a State that could not be observed so long counts while it was seen.
WITH years AS (
    SELECT unnest([1, 2, 5]) AS years
),

shares AS (
    SELECT c.treaty_id, c.series, y.years, c.share_joined, c.spells
    FROM joining_curves AS c
    JOIN years AS y ON c.days <= 365.25 * y.years
    WHERE c.regional_group IS NULL AND c.series IN ('after_first_call', 'before_call')
    QUALIFY row_number() OVER (PARTITION BY c.curve_id, y.years ORDER BY c.days DESC) = 1
)

SELECT
    coalesce(s.treaty_id, 'all') AS treaty_id, t.title, s.years,
    max(s.spells) FILTER (WHERE s.series = 'after_first_call') AS states_asked,
    round(100 * max(s.share_joined) FILTER (WHERE s.series = 'after_first_call'), 1) AS percent_after_first_call,
    round(100 * max(s.share_joined) FILTER (WHERE s.series = 'before_call'), 1) AS percent_before_any_call
FROM shares AS s
LEFT JOIN treaties AS t ON t.treaty_id = s.treaty_id
GROUP BY s.treaty_id, t.title, s.years
ORDER BY s.treaty_id NULLS FIRST, s.years;
