-- Which documents do the resolutions of this release cite most, and how many different resolutions do so?
SELECT
    c.cited_symbol, cited.title, count(DISTINCT c.symbol) AS citing_resolutions, count(*) AS citations,
    cited.symbol IS NOT NULL AS is_in_this_release
FROM citations AS c
LEFT JOIN resolutions AS cited ON cited.symbol = c.cited_symbol
WHERE c.language = 'en' AND c.cited_symbol <> c.symbol
GROUP BY c.cited_symbol, cited.title, cited.symbol
ORDER BY citing_resolutions DESC, citations DESC, c.cited_symbol
LIMIT 50;
