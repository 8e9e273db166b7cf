"""One file for each register that is checked: what its rows must agree with."""
