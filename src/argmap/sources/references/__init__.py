"""Lists of references as source records, one module per format.

Each module has ``REFERENCES``, a `References`.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from argmap.model.sources import Source


@frozen
class Entry:
    """A reference that was read.

    Attributes:
        source: Its record; without a key, the id is made of the first author and the year.
        line: Where it begins in the list, counted from 1.
        key: What the list calls it, if anything.
        left_out: Names of its fields that are not in the record.
    """

    source: Source
    line: int
    key: str | None
    left_out: tuple[str, ...] = ()


@frozen
class Fault:
    """A reference that cannot be taken in.

    Attributes:
        line: Where it begins in the list, counted from 1.
        reason: Why, in a sentence.
    """

    line: int
    reason: str


@frozen
class Listing:
    """A list of references.

    Attributes:
        entries: What was read.
        faults: What could not be read.
    """

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...] = ()


@frozen
class References:
    """A module's declaration that it reads a format of reference lists.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        looks_right: Tells whether a text is a list of this format.
        read: Returns what is in a list; raises `ConvertError` when it is not of this format, and `MissingExtraError`.
    """

    title: str
    suffixes: tuple[str, ...]
    looks_right: Callable[[str], bool]
    read: Callable[[str], Listing]
