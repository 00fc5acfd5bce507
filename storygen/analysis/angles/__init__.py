"""Angles, one a module or a close family a module; a file joins by being here, with its wording in the templates."""
