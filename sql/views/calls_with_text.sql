-- full edition only: it shows words of the documents.
CREATE VIEW calls_with_text AS
SELECT
    a.call_id, a.symbol, r.body, r.adopted_on, r.title AS resolution, a.treaty_id, t.title AS treaty, a.object,
    a.category, a.acts, a.strength, a.has_consider, a.urgency, a.addressee, a.addressee_class,
    c.clause_id, c.part, c.label, c.heading_path, c.text, stem.text AS stem_text
FROM accession_calls AS a
JOIN resolutions AS r ON r.symbol = a.symbol
JOIN clauses AS c ON c.clause_id = a.clause_id AND c.language = a.language
LEFT JOIN clauses AS stem ON stem.clause_id = a.stem_clause_id AND stem.language = a.language
LEFT JOIN treaties AS t ON t.treaty_id = a.treaty_id;
COMMENT ON VIEW calls_with_text IS 'Each call to join a treaty with the text of its clause, its resolution and its treaty.';
