"""Texts that are gone through piece by piece, so that every fault in them is found."""
