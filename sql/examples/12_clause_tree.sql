-- What does the newest resolution that calls on States to join a treaty say, as a tree?
SELECT part, tree, verb, addressee
FROM clause_tree((
    SELECT max_by(a.symbol, (r.adopted_on, a.symbol))
    FROM accession_calls AS a
    JOIN resolutions AS r ON r.symbol = a.symbol
    WHERE a.category = 'join'
))
ORDER BY ordinal;
