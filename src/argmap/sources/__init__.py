"""Taking documents in: fetching, extracting text, reading lists of references."""
