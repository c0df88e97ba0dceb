"""Ids for what Argdown names by a title or not at all."""

from __future__ import annotations

import re

from argmap.native.citation import ID

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    return bool(ID.match(text))


def slug(text: str) -> str:
    """Make an id from a title or a text: lower case, words joined by ``-``, cut at a word.

    Example:
        >>> slug("Mean speed fell by 4.1 km/h!")
        'mean-speed-fell-by-4-1-km-h'
    """
    folded = text[: 4 * _LONGEST].lower()
    words = folded.split() if folded.replace(" ", "").isalnum() else _WORD.findall(folded)
    made = "-".join(words)
    if len(made) <= _LONGEST:
        return made or "x"
    made = ""
    for word in words:
        if made and len(made) + 1 + len(word) > _LONGEST:
            break
        made += f"-{word}" if made else word[:_LONGEST]
    return made
