"""Renderers: one module per kind of picture or page."""
