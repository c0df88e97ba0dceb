"""Reasons: ids that are joined in them, and how those against a statement weigh."""
