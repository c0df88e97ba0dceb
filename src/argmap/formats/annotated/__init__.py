"""Formats of annotated texts: their statements are remarks on passages, or labels of them."""
