-- Symbols like one that is not there ($symbol): the parts of a document first, then by the letters that differ.
SELECT symbol
FROM resolutions
ORDER BY document_symbol = $symbol DESC, starts_with(symbol, $symbol) DESC, levenshtein(symbol, $symbol), symbol
LIMIT 3;
