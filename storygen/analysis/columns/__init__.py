"""The columns of the facts, a family a module: each takes the columns so far and gives more."""
