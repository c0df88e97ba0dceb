"""Assurance cases as LTAC outlines: lightweight text, as verocase and other tools read it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from argmap.formats import Format, Sign

if TYPE_CHECKING:
    from argmap.formats import Writing
    from argmap.model.document import ArgumentMap

_LINE = re.compile(rb"^[ \t]*+[-*] (?:Claim|Strategy|Evidence|Justification)\b", re.MULTILINE)


def sniff(data: bytes) -> Sign:
    r"""Tell an outline by its elements.

    Example:
        >>> sniff(b"- Claim C1: It is safe\n"), sniff(b"- milk\n")
        (<Sign.SURE: 3>, <Sign.NONE: 0>)
    """
    return Sign.SURE if _LINE.search(data) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from an outline; raises `ConvertError` where there is no element in it.

    What stands below an element supports it: one step with several premises. What is marked ``{iscounter}`` attacks it.

    Example:
        >>> m = read("- Claim C1: It is safe\n  - Evidence E1: Tests\n  - Claim C2: Nobody knows {iscounter}\n", "")
        >>> [(r.kind.value, r.premises, r.target) for r in m.relations]
        [('support', ('E1',), 'C1'), ('attack', ('C2',), 'C1')]
    """
    from argmap.formats.outlines.ltac.reading import read_map

    return read_map(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write a map as an outline: a package for each conclusion."""
    from argmap.formats.outlines.ltac.writing import write_map

    return write_map(m)


FORMAT = Format(
    title="LTAC outline",
    suffixes=(".ltac",),
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset({"kinds", "supports", "attacks", "linkage", "citations"}),
    known_by='elements such as "- Claim C1: …"',
)
