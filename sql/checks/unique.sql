-- Keys that stand on more than one row.
SELECT $key, count(*) AS times FROM $table GROUP BY $key HAVING count(*) > 1
