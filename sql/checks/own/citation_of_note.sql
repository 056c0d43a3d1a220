-- table: citations
-- column: footnote_id
-- A footnote that is the symbol of a document and nothing else cites no document.
SELECT f.symbol, f.footnote_id, f.language, f.text
FROM footnotes AS f
ANTI JOIN citations AS c ON c.footnote_id = f.footnote_id AND c.language = f.language
WHERE regexp_full_match(f.text, 'A/\d{1,3}/\d{1,4}\.?')
