"""Argument maps with cited evidence: read, check, evaluate and draw them."""

__version__ = "0.1.0"
