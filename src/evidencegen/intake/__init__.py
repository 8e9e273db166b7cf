"""A spreadsheet as received becomes a table that can be trusted."""
