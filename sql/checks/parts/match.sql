child.$column = parent.$parent_column
