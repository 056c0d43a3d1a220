-- Which documents do the resolutions of this release cite most, and how many different resolutions do so?
WITH pairs AS (
    SELECT cited_symbol, symbol, count(*) AS citations
    FROM citations
    WHERE language = 'en' AND cited_symbol <> symbol
    GROUP BY cited_symbol, symbol
),

counted AS (
    SELECT cited_symbol, count(*) AS citing_resolutions, CAST(sum(citations) AS BIGINT) AS citations
    FROM pairs
    GROUP BY cited_symbol
    ORDER BY citing_resolutions DESC, citations DESC, cited_symbol
    LIMIT 50
)

SELECT
    c.cited_symbol, cited.title, c.citing_resolutions, c.citations, cited.symbol IS NOT NULL AS is_in_this_release
FROM counted AS c
LEFT JOIN resolutions AS cited ON cited.symbol = c.cited_symbol
ORDER BY c.citing_resolutions DESC, c.citations DESC, c.cited_symbol;
