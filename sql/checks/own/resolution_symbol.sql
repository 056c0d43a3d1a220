-- table: resolutions
-- column: symbol
-- The symbol of a resolution is not made of its body, session, number and letter, or not of its document's symbol.
SELECT symbol, kind, document_symbol, body, session, number, letter, is_specimen
FROM resolutions
WHERE symbol <> CASE
        WHEN kind = 'presidential_statement' AND body = 'sc' THEN concat('S/PRST/', session, '/', number)
        WHEN kind = 'presidential_statement' AND body = 'hrc' THEN concat('A/HRC/PRST/', session, '/', number)
        -- Up to 1976 and 1977 the session stands behind the number, in Roman numerals: A/RES/1514(XV).
        WHEN body = 'ga' AND regexp_full_match(session, '(ES-|S-)?[IVXL]+')
            THEN concat('A/RES/', number, '(', session, ')', letter)
        WHEN body = 'ecosoc' AND regexp_full_match(session, '[IVXL]+')
            THEN concat('E/RES/', number, '(', session, ')', letter)
        WHEN body = 'ga' THEN concat('A/RES/', session, '/', number, letter)
        WHEN body = 'sc' THEN concat('S/RES/', number, letter, '(', session, ')')
        WHEN body = 'hrc' THEN concat('A/HRC/RES/', session, '/', number, letter)
        WHEN body = 'ecosoc' THEN concat('E/RES/', session, '/', number, letter)
    END
    -- A document of another symbol is the whole of a lettered part, or a record with neighbours by the same organ.
    OR (
        document_symbol <> symbol
        AND (letter IS NULL OR NOT starts_with(document_symbol, left(symbol, -length(letter))))
        AND regexp_extract(document_symbol, '^[A-Z/]+RES/') <> regexp_extract(symbol, '^[A-Z/]+RES/')
    )
    OR is_specimen <> (session = '0')
