"""Comparisons and differences in words, and as plain values."""
