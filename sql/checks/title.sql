-- A title has outer or double blanks, an invisible character, markup, or letters that were decoded wrong; or some were lost and no row of quality says so.
SELECT $key, $column
FROM $table
-- pipelines/titles.py makes it so, whatever a document says.
WHERE $column = ''
    OR regexp_matches($column, '^\s|\s$$|\s\s|[\t\n\r\x{a0}\x{2028}\x{2029}]')
    OR regexp_matches(
        $column, '[\x00-\x1f\x7f-\x9f\x{ad}\x{200b}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2060}-\x{2064}\x{feff}]'
    )
    -- é as Ã©, a curly quote as â€™: UTF-8 read as Windows-1252.
    OR regexp_matches($column, '([\x{c2}\x{c3}]|\x{e2}\x{20ac})[\x80-\x{bf}\x{2018}-\x{2026}\x{20ac}\x{2122}]')
    OR regexp_matches($column, '</?[A-Za-z][A-Za-z0-9:]*( [^<>]*)?/?>|&([a-z]{2,6}|#x?[0-9A-Fa-f]+);')
    OR (
        contains($column, chr(65533))
        AND $key NOT IN (SELECT subject FROM quality WHERE kind = 'lost_characters')
    )
