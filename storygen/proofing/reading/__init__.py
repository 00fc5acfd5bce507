"""Reading any copy: from a text to sentences, to tokens, to what each claim speaks of, and to the figures."""
