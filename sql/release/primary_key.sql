PRIMARY KEY ($columns)
