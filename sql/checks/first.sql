SELECT * FROM ($statement) LIMIT 5
