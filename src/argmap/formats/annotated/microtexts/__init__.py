"""Argument graphs of the arg-microtexts corpora: XML with the segments of a short text, and arrows between them.

Units of argument become statements, their segments the text of the source, with passages; what the opponent says is
conceded. ``sup`` and ``exa`` are supports (the latter of the scheme *example*), ``reb`` attacks, ``und`` undercuts of
whatever arrow they point to, and ``add`` links a further premise. Format: the document type of the corpora of
Peldszus and Stede (2015), parts 1 and 2, and of the multi-layer edition (Stede et al. 2016), whose segments are joined.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell argument graphs by the name of their outermost element."""
    return Sign.SURE if b"<arggraph" in data[:20_000].replace(b"\0", b"") else Sign.NONE


def read_bytes(data: bytes, file: str) -> ArgumentMap:
    """Read an argument graph as a map; raises `ConvertError` for what is none."""
    from argmap.formats.annotated.microtexts.reading import read_map

    return read_map(data, file)


def write(m: ArgumentMap) -> Writing:
    """Write an argument graph: a unit and a segment for each statement, unless the map was read from one."""
    from argmap.formats.annotated.microtexts.writing import write_map

    return write_map(m)


KEEPS = frozenset(
    (
        *("supports", "attacks", "undercuts", "undercut undercuts", "linkage", "schemes", "voices", "implicit"),
        *("titles", "passages", "about", "sources"),
    )
)
FORMAT = Format(
    title="arg-microtexts",
    suffixes=(".xml",),
    read_bytes=read_bytes,
    sniff=sniff,
    write=write,
    keeps=KEEPS,
    known_by="<arggraph>",
)
