"""Formats, one a module; a file joins by being here."""
