CREATE VIEW clauses_with_resolution AS
SELECT
    c.clause_id, c.language, c.symbol, r.kind, r.body, r.session, r.number, r.title AS resolution, r.adopted_on,
    c.part, c.label, c.depth, c.ordinal, c.heading_path, c.verb, c.verb_intensifier, c.verb_phrase, c.addressee,
    c.addressee_class, c.text
FROM clauses AS c
JOIN resolutions AS r ON r.symbol = c.symbol;
COMMENT ON VIEW clauses_with_resolution IS 'Each clause with the body, session, title and day of its resolution.';
