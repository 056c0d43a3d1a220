SELECT count(*) FROM ($statement)
