"""arguebuf: argument graphs in JSON, as arguebuf-python 2 writes them (Protocol Buffers' JSON).

Atoms are statements. A scheme that supports is a support, one that attacks an attack, or an undercut where it leads to
another scheme. Resources are sources, and references to them passages. Participants, analysts, the major claim, dates
and user data have no place in a map; they are kept, and written again. See https://github.com/recap-utr/arguebuf-
python.
"""

from __future__ import annotations

import re

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell it by its nodes, each an object with an atom or a scheme."""
    if b'"nodes"' not in data:
        return Sign.NONE
    if re.search(rb'"nodes"\s*+:\s*+\{', data) and re.search(rb'"(?:atom|scheme)"\s*+:\s*+\{', data):
        return Sign.SURE
    return Sign.SURE if b'"libraryVersion"' in data and b'"schemaVersion"' in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a map; raises `ConvertError` where the text holds no nodes."""
    from argmap.formats.graphs._arguebuf import FRAME

    return FRAME.read(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write atoms, schemes and edges."""
    from argmap.formats.graphs._arguebuf import FRAME

    return FRAME.write(m)


FORMAT = Format(
    title="arguebuf",
    suffixes=(".arguebuf.json", ".arguebuf", ".json"),
    known_by='"atom"',
    read=read,
    sniff=sniff,
    write=write,
    keeps=frozenset(
        {
            *("supports", "attacks", "contradictions", "undercuts", "undercut undercuts", "contradiction undercuts"),
            *("linkage", "schemes", "passages", "about", "sources"),
        }
    ),
    needs_texts=True,
)
