"""ICCMA: frameworks as the competition of solvers has them since 2023, numbered arguments and their attacks.

An argument is an assumption of the map, its number the id; an attack is an attack. What is written of a map is the
framework of its lines of reasons, and comments say which number is which. See docs/frameworks.md.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.formats.frameworks import KEPT, sign_of
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell it by what tells its notation; any other file with its ending may be a broken one."""
    return sign_of(data, "af")


def read(text: str, file: str) -> ArgumentMap:
    """Read a framework as a map of assumptions that attack each other."""
    from argmap.formats.frameworks._maps import map_of

    return map_of(text, file, "af")


def write(m: ArgumentMap) -> Writing:
    """Write the framework of a map; raises `TooManyError` where it has too many lines of reasons."""
    from argmap.formats.frameworks._maps import written

    return written(m, "af")


FORMAT = Format(
    title="ICCMA's notation of frameworks",
    suffixes=(".af", ".i23"),
    known_by="'p af'",
    read=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
)
