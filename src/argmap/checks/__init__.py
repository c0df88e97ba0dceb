"""Checks: one flaw per module; the module docstring is its page."""
