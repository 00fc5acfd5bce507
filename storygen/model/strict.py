"""How papers that people type are read."""

STRICT: dict[str, str | bool] = {"extra": "forbid", "strict": True}
"""Settings are read strictly: an unknown key or a text for a number is an error with its line."""
