-- Rows that refer to a row of another table which is not there; a reference with an empty cell refers to nothing.
SELECT $shown FROM $table AS child ANTI JOIN $parent AS parent ON $matches WHERE $filled
