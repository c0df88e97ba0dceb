"""How cells name statements: by id, title or text, one or several, linked or each on its own."""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import define, field

from argmap.formats._rows.fields import folded
from argmap.native.ids import Names, is_id, slug

_BETWEEN = re.compile(r"[;|\n]")


@define
class Naming:
    """The names of the statements of a file.

    Attributes:
        ids: The ids that are given.
        foreign: What the file calls statements whose id is not one for a map, by the id they get.
        has_ids: Whether the file gives an id to each, so that what looks like one is no title.
    """

    ids: Names = field(factory=Names)
    foreign: dict[str, str] = field(factory=dict)
    has_ids: bool = True
    _called: dict[str, str] = field(factory=dict)
    _said: dict[str, str] = field(factory=dict)

    def new(self, name: str, text: str) -> str | None:
        """Give an id to a statement: the one that the file gives if it is one; None where that is taken.

        Args:
            name: What the file calls it; empty where it does not.
            text: What an id is made of where the file gives none.
        """
        if name and name in self._called:
            return None
        self.has_ids = self.has_ids and bool(name)
        if is_id(name):
            self.ids.claim(name)
            made = name
        else:
            made = self.ids.make(slug(name or text), "-")
            if name:
                self.foreign[made] = name
        self._called[name or made] = made
        return made

    @property
    def names(self) -> Collection[str]:
        """Return what the file calls its statements."""
        return self._called.keys()

    def reserve(self, names: set[str]) -> None:
        """Keep ids that rows give from being made for others."""
        self.ids = Names(set(), reserved=names)

    def say(self, statement: str, *texts: str) -> None:
        """Let a statement be named by its title or text too; of several the first is meant."""
        for text in filter(None, map(folded, texts)):
            self._said.setdefault(text, statement)

    def named(self, text: str) -> str | None:
        """Return the id of the statement that a text names; None where it names none."""
        if text in self._called or (self.has_ids and is_id(text)):
            return self._called.get(text)
        return self._said.get(folded(text))

    def several(self, cell: str) -> list[list[str]]:
        """Return what a cell names: reasons, each of one statement or of several linked ones, as the cell calls them.

        Example:
            >>> names = Naming()
            >>> [names.new(name, "") for name in ("a", "b", "c")]
            ['a', 'b', 'c']
            >>> names.several("a + b; c"), names.several("a, c"), names.several("It rained, and hailed.")
            ([['a', 'b'], ['c']], [['a'], ['c']], [['It rained, and hailed.']])
        """
        if self.named(cell.strip()):
            return [[cell.strip()]]
        pieces = [piece.strip() for piece in _BETWEEN.split(cell) if piece.strip()]
        return [linked for piece in pieces for linked in self._apart(piece)]

    def _apart(self, piece: str) -> list[list[str]]:
        if self.named(piece):
            return [[piece]]
        parts = [part.strip() for part in piece.split(",") if part.strip()]
        if len(parts) > 1 and all(self._is_name(part) for part in parts):
            return [self.linked(part) for part in parts]
        return [self.linked(piece)] if parts else []

    def linked(self, text: str) -> list[str]:
        """Return the statements that a text names with ``+`` or ``&`` between them, or the text where it is one."""
        parts = [part.strip() for part in re.split(r"[+&]", text) if part.strip()]
        names = parts if parts and all(self.named(part) or is_id(part) for part in parts) else [text.strip()]
        return [text.strip()] if self.named(text.strip()) else names

    def _is_name(self, text: str) -> bool:
        return all(self.named(part) or is_id(part) for part in self.linked(text))
