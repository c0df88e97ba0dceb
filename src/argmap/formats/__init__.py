"""Formats: one module each that reads a map from text, and perhaps writes it."""
