"""The report on a map before it is written in any form: sections of paragraphs, facts, lists, tables and pictures.

Every text in it is on one line and steers nothing: what has no shape of its own, such as a control character, is
written as an escape. A form escapes what has a meaning in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from argmap.model.sources import web_address
from argmap.text import runs_to_left
from argmap.unseen import visible

_BLANK = re.compile(r"[ \t\r\n]+")


def plain(text: str) -> str:
    r"""Return a text on one line, with escapes for what cannot be seen.

    Example:
        >>> print(plain("Two\n  lines\x1b[2J "))
        Two lines\x1b[2J
    """
    return visible(_BLANK.sub(" ", text).strip())


@frozen
class Link:
    """A text that leads to an address.

    Attributes:
        text: What is read.
        url: An address of the web; `linked` makes links of no others.
    """

    text: str = field(converter=plain)
    url: str


@frozen
class Told:
    """Words of argmap's own that may name what the map says: they run from left to right, whatever they begin with."""

    text: str = field(converter=plain)


Words = str | Link | Told
"""What stands in a cell: a text of the map or a word of argmap's, a link, or a sentence of argmap's."""


def text_of(words: Words) -> str:
    """Return what is read."""
    return words if isinstance(words, str) else words.text


def is_to_left(words: Words) -> bool:
    """Tell whether words run from right to left.

    Example:
        >>> is_to_left("\u05e9\u05dc\u05d5\u05dd"), is_to_left(Told("\u05e9\u05dc\u05d5\u05dd is accepted"))
        (True, False)
    """
    return not isinstance(words, Told) and runs_to_left(text_of(words))


def linked(text: str, url: str | None) -> Words:
    """Return a link, or the text alone where the address is none of the web.

    Example:
        >>> linked("a", "https://example.org/b c"), linked("a", "javascript:alert(1)"), linked("a", None)
        (Link(text='a', url='https://example.org/b%20c'), 'a', 'a')
    """
    address = web_address(url)
    return Link(text, address) if address else text


def _words(words: Words) -> Words:
    return plain(words) if isinstance(words, str) else words


def _row(row: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(map(_words, row))


def _rows(rows: Iterable[Iterable[Words]]) -> tuple[tuple[Words, ...], ...]:
    return tuple(map(_row, rows))


@frozen
class Paragraph:
    """A paragraph."""

    text: str = field(converter=plain)


@frozen
class Facts:
    """Terms, and what is so of each."""

    rows: tuple[tuple[Words, ...], ...] = field(converter=_rows)


@frozen
class Table:
    """A table.

    Attributes:
        caption: What it shows.
        columns: The heads of its columns.
        rows: As many cells each.
        about: For each row, what it is about (see `Report.comments`); empty where that is of no use.
        left_out: How many rows are left out at its end.
    """

    caption: str = field(converter=plain)
    columns: tuple[str, ...] = field(converter=_row)
    rows: tuple[tuple[Words, ...], ...] = field(converter=_rows)
    about: tuple[str, ...] = ()
    left_out: int = 0


@frozen
class Picture:
    """A picture.

    Attributes:
        caption: What it shows.
        told: The same for who cannot see it.
        name: Of its file, where it stands beside the report.
        data: SVG or PNG, as the ending of its name says.
    """

    caption: str = field(converter=plain)
    told: str = field(converter=plain)
    name: str
    data: bytes = field(repr=False)


Block = Paragraph | Facts | Table | Picture


@frozen
class Section:
    """A part of a report under a heading.

    Attributes:
        title: The heading.
        blocks: What stands below it.
        sections: Its own parts.
        about: What it is about, see `Report.comments`; empty where that is of no use.
        left_out: How many of its own parts are left out at its end.
    """

    title: str = field(converter=plain)
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    about: str = ""
    left_out: int = 0


@frozen
class Sheet:
    """Rows to filter, sort and count: what a workbook has.

    Attributes:
        name: What its rows are.
        columns: Their heads.
        rows: Text, numbers, truth values or nothing.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | bool | None, ...], ...] = field(repr=False)


@frozen
class Report:
    """A report on a map.

    Attributes:
        title: Its title.
        date: Of the report.
        sections: What it says, in order.
        comments: What was found, by what it is about: ``statement ID``, ``source ID``, or nothing for the whole map.
        sheets: The same for a workbook, as rows.
    """

    title: str = field(converter=plain)
    date: date
    sections: tuple[Section, ...]
    comments: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    sheets: tuple[Sheet, ...] = field(default=(), repr=False)
