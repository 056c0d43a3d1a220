-- What does the newest resolution that calls on States to join a treaty say, as a tree?
SELECT part, tree, verb, addressee
FROM clause_tree((
    SELECT max_by(symbol, (adopted_on, symbol)) FROM call_answers
))
ORDER BY ordinal;
