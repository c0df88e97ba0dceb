"""Kialo discussions, as Kialo exports them to text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap

_HEADING = re.compile(rb"(?:\xef\xbb\xbf)?\s*+Discussion (?:Title|Name):")
_CLAIM = re.compile(rb"^[ \t]*+1\.[ \t\r\n]", re.MULTILINE)


def sniff(data: bytes) -> Sign:
    r"""Tell an export by its heading and its first claim.

    Example:
        >>> sniff(b"Discussion Title: Rain\n\n1. It will rain.\n"), sniff(b"It will rain.")
        (<Sign.SURE: 3>, <Sign.NONE: 0>)
    """
    return Sign.SURE if _HEADING.match(data) and _CLAIM.search(data) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from an export; raises `ConvertError` where no claim has a number.

    Each claim is a claim, whose id is its number; a pro supports the claim above it, and a con attacks it, whatever
    that is itself. ``-> See 1.2.`` is a relation of the claim that it names, with the number of the line as its id.
    Addresses of footnotes and links are cited; their marks do not belong to the texts.

    Example:
        >>> m = read("Discussion Title: Rain\n\n1. It will rain.\n1.1. Con: The sky is clear.\n", "")
        >>> [(r.kind.value, r.premises, r.target) for r in m.relations]
        [('attack', ('1.1',), '1')]
    """
    from argmap.formats.outlines.kialo.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as an export: in the layout that it was read from, else in the one that Kialo writes now."""
    from argmap.formats.outlines.kialo.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="Kialo export",
    suffixes=(".txt", ".kialo.txt"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"titles", "supports", "attacks", "citations"}),
    known_by='"Discussion Title:" or "Discussion Name:" and numbered claims',
)
