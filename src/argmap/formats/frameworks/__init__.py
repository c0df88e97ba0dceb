"""Formats of abstract frameworks and theories: what solvers of argumentation read."""
