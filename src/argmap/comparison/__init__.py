"""Comparison: two readings of one text, two versions of one map, and which of their differences matter."""
