"""Slips that Argdown's own tools let pass."""
