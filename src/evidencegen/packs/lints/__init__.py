"""One file for each thing that a careful reader strikes out."""
