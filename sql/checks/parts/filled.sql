child.$column IS NOT NULL
