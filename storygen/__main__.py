"""Lets `python -m storygen` do what `storygen` does."""

from storygen.cli import main

main()
