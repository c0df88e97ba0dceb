"""Weak points: what falls with what, and what would change."""
