"""How the sample project is made: one file for each register, and the words they use."""
