"""What a column and a table are, and the columns that every table begins with."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from operator import attrgetter
from typing import Any

from attrs import frozen


class Type(StrEnum):
    """What stands in the cells of a column; any of them may be empty."""

    TEXT = "text"
    TEXTS = "list of text"
    WHOLE = "whole number"
    NUMBER = "number"
    TRUTH = "true or false"


@frozen
class Column:
    """A column of a table.

    Attributes:
        name: Its name.
        type: What stands in it.
        doc: What that means.
        of: Gives the cell of a row, from what the table keeps of it (see `argmap.corpora.facts`).
    """

    name: str
    type: Type
    doc: str
    of: Callable[[Any], Any]


@frozen
class Table:
    """A table of a corpus.

    Attributes:
        name: Its name.
        doc: What its rows are.
        columns: In order; the first four are those of every table.
    """

    name: str
    doc: str
    columns: tuple[Column, ...]


def column(name: str, type: Type, doc: str, of: str | Callable[[Any], Any]) -> Column:  # noqa: A002
    """Declare a column by the attribute that its cells are, or by what makes them."""
    return Column(name, type, doc, attrgetter(of) if isinstance(of, str) else of)


def table(name: str, doc: str, *columns: Column, line: str | Callable[[Any], Any] = "line") -> Table:
    """Declare a table, whose rows begin with where they come from."""
    return Table(
        name,
        doc,
        (
            column(
                "map", Type.TEXT, "The map: the path of its file, with #2 for the second of several in it.", "home.map"
            ),
            column(
                "file", Type.TEXT, "The file, by its path from the folder that the corpus was built from.", "home.file"
            ),
            column("line", Type.WHOLE, "The line in the file where it stands, counted from 1.", line),
            column("digest", Type.TEXT, "SHA-256 of the file, in hexadecimal.", "home.digest"),
            *columns,
        ),
    )
