"""One file for each kind of pack."""
