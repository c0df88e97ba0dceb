"""Strengths: weighted bipolar graphs, and how strong their arguments are under gradual semantics."""
