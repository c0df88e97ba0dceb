"""Formats of annotated texts: their statements are remarks on passages, or labels of them."""

from __future__ import annotations

LABELLED = frozenset(
    ("supports", "attacks", "contradictions", "forces", "kinds", "tags", "passages", "about", "sources")
)
"""The parts of a map that labelled spans and labelled relations between them can say."""
