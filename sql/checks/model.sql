-- Rows that are not what the model of this table makes of the other tables.
WITH made AS MATERIALIZED (SELECT $columns FROM ($model))

(SELECT * FROM made EXCEPT ALL SELECT $columns FROM $table)
UNION ALL
(SELECT $columns FROM $table EXCEPT ALL SELECT * FROM made)
