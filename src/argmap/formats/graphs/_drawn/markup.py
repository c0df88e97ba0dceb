"""What GraphML and GEXF share as XML."""

from __future__ import annotations

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._xml import forbidden

TYPES = {"weight": "double", "credence": "double", "implicit": "boolean"}
"""The types of attributes that are no texts."""


def value(name: str, text: str) -> str:
    """Return the value of an attribute as its type has it."""
    return "true" if TYPES.get(name) == "boolean" else text


def whole(lines: list[str], lost: list[str]) -> Writing:
    """Return the writing of a file, without characters that XML cannot hold."""
    text = "\n".join(lines) + "\n"
    clean = forbidden(text)
    odd = sum(1 for before, after in zip(text, clean, strict=True) if before != after) if clean != text else 0
    told = f"{odd:,} characters that XML cannot hold are written as \N{REPLACEMENT CHARACTER}"
    return Writing(clean, unwritten([*lost, *([told] if odd else [])]))
