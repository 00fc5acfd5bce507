"""The wire desk's errands: drafts approved, sent, held, corrected and killed; `newsroom.py` has the drafts' route."""
