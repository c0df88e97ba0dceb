"""TGF: frameworks in Trivial Graph Format, the arguments and their labels, a line ``#``, and the attacks.

An argument is an assumption of the map, its name the id and its label the text; an attack is an attack. What is written
of a map is the framework of its lines of reasons, with their statements as labels. See docs/frameworks.md.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.formats.frameworks import KEPT, sign_of
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell it by what tells its notation; any other file with its ending may be a broken one."""
    return sign_of(data, "tgf")


def read(text: str, file: str) -> ArgumentMap:
    """Read a framework as a map of assumptions that attack each other."""
    from argmap.formats.frameworks._maps import map_of

    return map_of(text, file, "tgf")


def write(m: ArgumentMap) -> Writing:
    """Write the framework of a map; raises `TooManyError` where it has too many lines of reasons."""
    from argmap.formats.frameworks._maps import written

    return written(m, "tgf")


FORMAT = Format(
    title="Trivial Graph Format",
    suffixes=(".tgf",),
    known_by="a line '#'",
    read=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
)
