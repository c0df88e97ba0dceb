"""Certificates: the rules of a map written down once more, and an evaluation held against them."""
