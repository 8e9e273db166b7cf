"""A table becomes readings."""
