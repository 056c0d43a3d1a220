-- table: citations
-- column: cited_symbol
-- A resolution, statement or decision is cited that did not exist yet: of a later session or year than that of the citing one.
WITH cited AS (
    SELECT
        c.citation_id, c.language, c.symbol, c.cited_symbol, r.body, r.adopted_on,
        CASE WHEN regexp_full_match(r.session, '\d+') THEN r.session::INTEGER END AS session,
        nullif(regexp_extract(c.cited_symbol, '^A/(?:RES|DEC)/(\d+)/', 1), '')::INTEGER AS ga,
        nullif(regexp_extract(c.cited_symbol, '^A/HRC/(?:RES|DEC|PRST)/(\d+)/', 1), '')::INTEGER AS hrc,
        nullif(regexp_extract(c.cited_symbol, '^S/RES/\d+\((\d{4})\)', 1), '')::INTEGER AS sc,
        nullif(regexp_extract(c.cited_symbol, '^(?:S/PRST|E/RES|E/DEC)/((?:19|20)\d\d)/', 1), '')::INTEGER AS of_year
    FROM citations AS c
    JOIN resolutions AS r ON r.symbol = c.symbol
    WHERE NOT r.is_specimen
)

-- The editors add citations of the same session or year (A/RES/76/16 cites 76/181 of ten days later): not counted. Nor
-- are reports, which have the symbol of the session that they are made for before it opens (E/2021/3 in 2020).
SELECT citation_id, language, symbol, adopted_on, cited_symbol
FROM cited
WHERE CASE body WHEN 'ga' THEN ga > session ELSE adopted_on < make_date(1945 + ga, 9, 1) END
    OR CASE body WHEN 'hrc' THEN hrc > session ELSE year(adopted_on) < 2006 + (hrc - 1) // 3 END
    -- By the year of the symbol where there is one: S/RES/1139(1997) has a day of 1987 printed on it.
    OR coalesce(sc, of_year) > CASE WHEN body IN ('sc', 'ecosoc') THEN session ELSE year(adopted_on) END
