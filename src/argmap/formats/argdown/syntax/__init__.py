"""Argdown's syntax: from text to tree."""
