-- table: clauses
-- column: clause_id
-- The id of a clause names another part, annex or number than its row, or the row is without what goes together.
SELECT clause_id, language, part, annex, label, depth, verb_phrase, verb_evidence, addressee, addressee_class
FROM clauses
WHERE part <> CASE
        WHEN contains(clause_id, '#pp.') THEN 'preamble'
        WHEN contains(clause_id, '#op.') THEN 'operative'
        WHEN contains(clause_id, '#annex.') THEN 'annex'
        ELSE ''
    END
    OR coalesce(annex::VARCHAR, '') <> regexp_extract(clause_id, '#annex\.(\d+)\.', 1)
    OR (
        -- Of a compound number (8.4) the last figure counts; ~2 is a number printed twice, u1 one that cannot be: (ad).
        regexp_matches(label, '[0-9A-Za-z]')
        AND NOT regexp_matches(clause_id, '\.u\d+$')
        -- The id is the English number: where another language prints 1 for (i), they cannot be compared.
        AND (language = 'en' OR regexp_matches(label, '\d') = regexp_matches(clause_id, '\.\d+(~\d+)?$'))
        AND lower(regexp_replace(regexp_extract(label, '[^.]*$'), '[^0-9A-Za-z]', '', 'g'))
            <> lower(regexp_replace(regexp_extract(clause_id, '[^.#]+$'), '~\d+$', ''))
    )
    OR (verb IS NOT NULL AND verb_phrase IS NULL)
    OR (verb_phrase IS NULL) <> (verb_evidence IS NULL)
    OR (addressee IS NULL) <> (addressee_class IS NULL)
    OR (page_from IS NULL) <> (page_to IS NULL)
    OR page_from > page_to
