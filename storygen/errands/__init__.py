"""What a newsroom does besides drafting, an errand a module: each sends paper through rooms, which never meet."""
