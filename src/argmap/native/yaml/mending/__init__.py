"""Slips in YAML, named and mended, so that the rest of a file is read in the same run."""
