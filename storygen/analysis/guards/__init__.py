"""Guards, one a module: each says which areas may have no story this year, and why."""
