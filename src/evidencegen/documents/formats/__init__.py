"""One file for each format a pack is written in."""
