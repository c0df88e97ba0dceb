"""Markdown outlines: nested lists, in which what is indented is a reason, or an objection where it is marked as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap

_BULLET = re.compile(rb"^[ \t]*+(?:[-*+]|\d{1,9}[.)])[ \t]+[^\s`~]", re.MULTILINE)


def sniff(data: bytes) -> Sign:
    r"""Tell a list, which may be one of arguments.

    Example:
        >>> sniff(b"- It rains\n  - It drips\n"), sniff(b"It rains.\n")
        (<Sign.POSSIBLE: 1>, <Sign.NONE: 0>)
    """
    return Sign.POSSIBLE if _BULLET.search(data) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from an outline; raises `ConvertError` where there is no list in it.

    Example:
        >>> m = read("- It rains\n  + The roof drips\n  - The sky is blue\n", "")
        >>> [(r.kind.value, r.premises, r.target) for r in m.relations]
        [('support', ('the-roof-drips',), 'it-rains'), ('attack', ('the-sky-is-blue',), 'it-rains')]
    """
    from argmap.formats.outlines.outline.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as an outline, a section for each of its sections."""
    from argmap.formats.outlines.outline.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="Markdown outline",
    suffixes=(".outline.md", ".md", ".markdown"),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"titles", "notes", "groups", "supports", "attacks"}),
    known_by="nested lists",
)
