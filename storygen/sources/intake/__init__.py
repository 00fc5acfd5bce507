"""Intake: takes released workbooks in, asks about what it does not understand, and files the rest."""
