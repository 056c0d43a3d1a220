-- The rows of one footnote ($id), one for each language; all columns, since a text-free edition has fewer.
SELECT * FROM footnotes WHERE footnote_id = $id ORDER BY language;
