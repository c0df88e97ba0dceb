"""Hedges: words by which a text weakens what it says."""

from __future__ import annotations

import re

_HEDGES = (
    *("may", "might", "could", "likely", "unlikely", "probably", "possibly", "perhaps", "maybe", "potentially"),
    *("reportedly", "allegedly", "apparently", "seemingly", "supposedly", "presumably", "purportedly", "conceivably"),
    *("suggest", "suggests", "suggested", "suggesting", "appear", "appears", "appeared", "seem", "seems", "seemed"),
    *("indicate", "indicates", "tends", "tend", "alleged", "claimed", "believed", "thought", "rumoured", "rumored"),
)
_HEDGE = re.compile(rf"(?<![\w'])(?:{'|'.join(_HEDGES)})(?![\w'])", re.IGNORECASE)
_MONTH = re.compile(r"May")


def hedges(text: str) -> list[str]:
    """Return the hedges of a text, in order; *May* with a capital is the month unless it begins the text.

    Example:
        >>> hedges("In May it appeared that they may, perhaps, agree")
        ['appeared', 'may', 'perhaps']
    """
    found = _HEDGE.finditer(text)
    return [match[0] for match in found if not (match.start() and _MONTH.match(match[0]))]
