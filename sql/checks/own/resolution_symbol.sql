-- table: resolutions
-- column: symbol
-- The symbol of a resolution is not made of its body, session, number and letter, or not of its document's symbol.
SELECT symbol, kind, document_symbol, body, session, number, letter, is_specimen
FROM resolutions
WHERE symbol <> CASE
        WHEN kind = 'presidential_statement' AND body = 'sc' THEN concat('S/PRST/', session, '/', number)
        WHEN kind = 'presidential_statement' AND body = 'hrc' THEN concat('A/HRC/PRST/', session, '/', number)
        WHEN body = 'ga' THEN concat('A/RES/', session, '/', number, letter)
        WHEN body = 'sc' THEN concat('S/RES/', number, letter, '(', session, ')')
        WHEN body = 'hrc' THEN concat('A/HRC/RES/', session, '/', number, letter)
        WHEN body = 'ecosoc' THEN concat('E/RES/', session, '/', number, letter)
    END
    OR (letter IS NULL AND document_symbol <> symbol)
    OR (letter IS NOT NULL AND NOT starts_with(document_symbol, left(symbol, -length(letter))))
    OR is_specimen <> (session = '0')
