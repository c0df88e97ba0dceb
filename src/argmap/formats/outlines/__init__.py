"""Formats of outlines: a statement stands under what it bears on."""
