"""Texts that stand in files of graphs: where statements stand in them, as passages, and back."""
