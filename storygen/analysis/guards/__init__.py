"""Guards, one a module or a close family: each vetoes a story, demotes an angle or warns the editor, and says why."""
