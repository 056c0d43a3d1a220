-- full edition only: it shows words of the documents.
CREATE VIEW mentions_with_treaty AS
SELECT
    m.mention_id, m.language, m.symbol, r.adopted_on, m.clause_id, c.verb, m.printed, m.evidence, m.treaty_id,
    t.title AS treaty, t.depositary, c.text
FROM treaty_mentions AS m
JOIN resolutions AS r ON r.symbol = m.symbol
JOIN clauses AS c ON c.clause_id = m.clause_id AND c.language = m.language
LEFT JOIN treaties AS t ON t.treaty_id = m.treaty_id;
COMMENT ON VIEW mentions_with_treaty IS 'Each mention of a treaty with the title of the treaty and the text of the clause.';
