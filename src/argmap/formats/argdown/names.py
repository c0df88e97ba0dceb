"""Ids for what Argdown calls by title or not at all."""

from __future__ import annotations

import re

from argmap.formats._native.citation import ID
from argmap.model.statements import in_words as in_words  # noqa: PLC0414  (named here with the other names)

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    return bool(ID.match(text))


def slug(text: str) -> str:
    """Make an id of a title or a text: lower case, words joined by ``-``, cut at a word.

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


class Ids:
    """The ids given so far; every one is given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def reserve(self, identity: str) -> bool:
        """Take an id that the author gave; False where it is taken."""
        if identity in self._taken:
            return False
        self._taken.add(identity)
        return True

    def make(self, wanted: str, joint: str = "-") -> str:
        """Give an id, with a count behind it where it is taken."""
        name = self.preview(wanted, joint) if wanted in self._taken else wanted
        self._taken.add(name)
        return name

    def preview(self, wanted: str, joint: str = "-") -> str:
        """Give the id that `make` would give."""
        taken = self._taken
        if wanted not in taken:
            return wanted
        count, name = self._counts.get(wanted, 1), wanted
        while name in taken:
            count += 1
            name = f"{wanted}{joint}{count}"
        self._counts[wanted] = count - 1
        return name
