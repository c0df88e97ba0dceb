"""An outline as lines for a terminal: branches at the left, text wrapped beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import click
from attrs import frozen

from argmap.cli.output import columns

NARROWEST = 24
"""The fewest columns that are left to the text, however deep it stands."""

_CELL = 3


@frozen
class Drawn:
    """The characters that an outline is drawn with, each cell as wide as the others.

    Attributes:
        fork, last, down: A branch, the last one, and the line down past a branch.
        linked, ends_link, down_linked: The same for premises that only hold together.
        deeper: What stands for the branches at the left of what is too deep.
        more: What stands for what is left out.
        cites, against: Before a source, for the statement and against it.
    """

    fork: str
    last: str
    down: str
    linked: str
    ends_link: str
    down_linked: str
    deeper: str
    more: str
    cites: str
    against: str


UNICODE = Drawn("├─ ", "└─ ", "│  ", "╠═ ", "╚═ ", "║  ", "⋯  ", "…", "»", "×")
ASCII = Drawn("|- ", "`- ", "|  ", "[= ", "[= ", "[  ", "~  ", "...", ">", "x")

Word = tuple[str, Mapping[str, object]]
"""A word, and how it is styled."""


def words(text: str, **style: object) -> list[Word]:
    """Return the words of a text, all styled alike."""
    return [(word, style) for word in text.split()]


def wrapped(said: Iterable[Word], width: int) -> Iterator[list[Word]]:
    """Break words into lines of so many columns; what is wider than a line is broken inside."""
    line: list[Word] = []
    room = width
    for word, style in said:
        needed = columns(word)
        if line and needed + 1 > room:
            if needed <= width:
                yield line
                line, room = [], width
        elif line:
            room -= 1
        if needed <= room:
            line.append((word, style))
            room -= needed
            continue
        pieces = list(_broken(word, room - bool(line) if line else room, width))
        for piece in pieces[:-1]:
            if piece:
                line.append((piece, style))
            if line:
                yield line
            line = []
        line, room = [(pieces[-1], style)], width - columns(pieces[-1])
    if line:
        yield line


def _broken(word: str, room: int, width: int) -> Iterator[str]:
    """Break a word into what fits into the room that is left, and into whole lines."""
    piece, left = "", room
    for char in word:
        step = columns(char)
        if step > left:
            yield piece
            piece, left = "", width
        piece += char
        left -= step
    yield piece


def shortened(text: str, width: int, more: str) -> str:
    """Return a text, or as much of it as so many columns hold, and what stands for the rest.

    Example:
        >>> shortened("雨が降った", 7, "…")
        '雨が降…'
    """
    if columns(text) <= width:
        return text
    return next(_broken(text, width - columns(more), width)).rstrip() + more


def styled(line: Iterable[Word]) -> str:
    """Return a line with its colours."""
    runs = ((" ".join(word for word, _ in run), dict(style)) for style, run in groupby(line, key=lambda each: each[1]))
    return " ".join(click.style(text, **style) if style else text for text, style in runs)


@frozen
class Branches:
    """What stands at the left of a line and of those below it.

    Attributes:
        drawn: With which characters.
        width: How wide lines are, in columns.
    """

    drawn: Drawn
    width: int

    def under(self, guides: str, *, is_last: bool, is_linked: bool, ends_link: bool) -> tuple[str, str]:
        """Return the branch at which an item stands, and the guides of what stands under it.

        Args:
            guides: Those of its siblings.
            is_last: Whether it is the last of them.
            is_linked: Whether it is one of the premises of a link.
            ends_link: Whether it is the last of these.
        """
        drawn = self.drawn
        if is_linked:
            fork, down = (drawn.ends_link, "") if ends_link else (drawn.linked, drawn.down_linked)
        else:
            fork, down = (drawn.last if is_last else drawn.fork), ""
        down = down or (" " * _CELL if is_last else drawn.down)
        return self._fitted(guides) + fork, self._kept(guides + down)

    def lines(self, branch: str, guides: str, said: Iterable[Word], *, has_more: bool) -> Iterator[str]:
        """Return the lines of an item: the branch stands at the first, the guides at the others."""
        rest = self._fitted(guides) + (self.drawn.down if has_more else " " * _CELL)
        room = self.width - max(len(branch), len(rest))
        for number, line in enumerate(wrapped(said, room)):
            left = rest if number else branch
            yield (click.style(left, dim=True) if left else "") + styled(line)

    @property
    def _most(self) -> int:
        """Return how wide the guides may be, in columns."""
        return max(1, (self.width - NARROWEST) // _CELL - 2) * _CELL

    def _kept(self, guides: str) -> str:
        """Return as much of the guides as can ever be shown, and one cell more."""
        return guides[-(self._most + _CELL) :]

    def _fitted(self, guides: str) -> str:
        if len(guides) <= self._most:
            return guides
        return self.drawn.deeper + guides[len(guides) - self._most + _CELL :]
