"""The papers handed from desk to desk: frozen, typed, and knowing nothing of the rooms."""
