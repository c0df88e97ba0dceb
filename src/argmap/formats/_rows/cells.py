"""Tables as they are read: cells with their places, and findings that name them."""

from __future__ import annotations

from typing import NamedTuple

from attrs import frozen

from argmap.flaws import Flaws
from argmap.model.findings import Rule
from argmap.text import Span

_LONGEST = 60


class Cell(NamedTuple):
    """A cell.

    Attributes:
        text: What a person sees in it.
        span: Where it stands in the text of the file, where that is text.
        where: Its sheet and cell, such as ``statements!B7``, where the file is no text.
    """

    text: str
    span: Span | None = None
    where: str = ""


@frozen
class Table:
    """A table.

    Attributes:
        name: Of its sheet; empty where the file is one table.
        rows: Its rows, of any lengths.
    """

    name: str
    rows: tuple[list[Cell], ...]


def note(flaws: Flaws, rule: Rule, message: str, cell: Cell, node: str | None = None) -> None:
    """Note a flaw at a cell."""
    flaws.add(rule, _at(cell, message), cell.span or Span(0, 0), node)


def drop(flaws: Flaws, what: str, cell: Cell) -> None:
    """Note that something of a cell has no place in a map; the first place is told."""
    flaws.drop(what if not cell.where else f"{cell.where.partition('!')[0]}: {what}", cell.span)


def shown(text: str) -> str:
    """Quote a text for a message, in one line and cut where it is long.

    Example:
        >>> shown("It rained.")
        "'It rained.'"
    """
    words = " ".join(text.split())
    return repr(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")


def _at(cell: Cell, message: str) -> str:
    return f"{cell.where}: {message}" if cell.where else message
