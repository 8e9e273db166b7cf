"""The two gates: readings become figures, words become quotes."""
