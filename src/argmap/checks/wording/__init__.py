"""Wording and copying (AM7)."""
