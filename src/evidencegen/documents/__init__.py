"""A draft becomes files, each carrying its proof."""
