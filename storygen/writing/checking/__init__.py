"""Checking: wordings read without a story to tell, for whatever would go wrong in one."""
