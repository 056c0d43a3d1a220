-- table: resolutions
-- column: adopted_on
-- A resolution was adopted outside its session or the year of its symbol.
SELECT symbol, body, session, adopted_on
FROM resolutions
WHERE CASE
        WHEN session = '0' THEN false
        WHEN body = 'sc' THEN year(adopted_on)::VARCHAR <> session
        -- Its sessions of a year begin and end in summer.
        WHEN body = 'ecosoc' AND regexp_full_match(session, '\d{4}')
            THEN year(adopted_on) NOT BETWEEN session::INTEGER - 1 AND session::INTEGER
        -- A regular session is opened in September and closed a year later; special sessions have no such rule.
        WHEN body = 'ga' AND regexp_full_match(session, '\d+')
            THEN adopted_on NOT BETWEEN make_date(1945 + session::INTEGER, 9, 1) AND make_date(1946 + session::INTEGER, 9, 30)
        -- Three sessions a year since June 2006.
        WHEN body = 'hrc' AND regexp_full_match(session, '\d+')
            THEN year(adopted_on) <> 2006 + (session::INTEGER - 1) // 3
        ELSE false
    END
