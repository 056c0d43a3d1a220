-- Rows that do not stand where the contract's order puts them.
SELECT $key
FROM (SELECT $columns, row_number() OVER () AS place FROM $table)
QUALIFY place <> row_number() OVER (ORDER BY $sort, place)
