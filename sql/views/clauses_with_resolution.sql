CREATE VIEW clauses_with_resolution AS
SELECT
    -- All but where a clause was read, so that a text-free edition, which has fewer columns, has the view too.
    c.* EXCLUDE (
        parent_id, annex, verb_evidence, text_sha256, document, page_from, page_to, span_start, span_end
    ),
    r.kind, r.body, r.session, r.number, r.title AS resolution, r.adopted_on
FROM clauses AS c
JOIN resolutions AS r ON r.symbol = c.symbol;
COMMENT ON VIEW clauses_with_resolution IS 'Each clause with the body, session, title and day of its resolution.';
