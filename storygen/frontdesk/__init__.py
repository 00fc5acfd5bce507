"""The front desk: what is asked for and how it is shown; `cli.py` is its door."""
