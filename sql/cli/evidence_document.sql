-- The row of one file ($sha256).
SELECT * FROM documents WHERE sha256 = $sha256;
