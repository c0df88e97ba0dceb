"""A map on pages of paper: from afar on the first ones, then its parts, each with the pages of what it leads to."""
