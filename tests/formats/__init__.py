"""The wire formats: what comes out of each, read again by others."""
