"""Passages: how they are named, found in a source, and found again in one that was revised."""
