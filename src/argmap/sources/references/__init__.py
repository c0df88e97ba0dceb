"""Lists of references as source records, one module per format.

Each module has ``REFERENCES``, a `References`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from argmap.model.sources import Source

_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NOT_IN_ID = re.compile(r"[^\w.\-]+")


@frozen
class References:
    """A module's declaration that it reads a format of reference lists.

    Attributes:
        title: Its name for people.
        suffixes: The file endings it goes by, each with its dot.
        read: Returns the sources of a list; raises `ConvertError` when it is not of this format.
    """

    title: str
    suffixes: tuple[str, ...]
    read: Callable[[str], tuple[Source, ...]]


def source_id(key: str) -> str:
    """Make an id of a reference's key.

    Example:
        >>> source_id("Doe:2024/a b")
        'Doe-2024-a-b'
    """
    return _NOT_IN_ID.sub("-", key).strip("-_.") or "source"


def bare_doi(doi: str | None) -> str | None:
    """Return a digital object identifier without its address."""
    return _DOI.sub("", doi.strip()) or None if doi else None


def spoken(name: str) -> str:
    """Return a person's name as it is spoken.

    Example:
        >>> spoken("Doe, Jane"), spoken("Ministry of Water")
        ('Jane Doe', 'Ministry of Water')
    """
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma else last
