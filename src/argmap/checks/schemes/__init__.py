"""Schemes and critical questions (AM6): roles that are empty, questions that are open, answered against, or unknown."""
