"""One file for each export that is recognised without settings."""
