"""A newsroom on paper: published tables in, drafts an editor can run out."""

__version__ = "0.1.0"
