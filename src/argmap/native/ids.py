"""The ids of a document: those that its author gave, and those that steps, citations and inner statements get."""

from __future__ import annotations

import re

from attrs import define, field

from argmap.native.citation import ID

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 40


@define
class Names:
    """Which ids are taken, and which its author has reserved by writing them somewhere.

    Reader and writer number what has no id in the same way, so that an id need not be written where it is the usual
    one. An id that an author writes is never given to anything else, wherever it stands.

    Example:
        >>> names = Names({"rain"}, reserved={"rain -> wet #2"})
        >>> [names.make("rain -> wet") for _ in range(3)]
        ['rain -> wet', 'rain -> wet #3', 'rain -> wet #4']
        >>> names.claim("rain"), names.claim("snow")
        (False, True)
    """

    _taken: set[str] = field(factory=set)
    _reserved: set[str] = field(factory=set, kw_only=True)
    _counts: dict[str, int] = field(init=False, factory=dict)

    def __contains__(self, name: str) -> bool:
        """Tell whether an id is taken or reserved."""
        return name in self._taken or name in self._reserved

    def claim(self, name: str) -> bool:
        """Take an id that is written; tell whether it was free."""
        if name in self._taken:
            return False
        self._taken.add(name)
        return True

    def make(self, usual: str, separator: str = " #") -> str:
        """Take the usual id, or where that is taken, the usual id with a number."""
        name = self.next(usual, separator)
        self._taken.add(name)
        return name

    def next(self, usual: str, separator: str = " #") -> str:
        """Return the id that `make` would take."""
        if usual not in self:
            return usual
        count = self._counts.get(usual, 2)
        while (name := f"{usual}{separator}{count}") in self:
            count += 1
        self._counts[usual] = count
        return name


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
