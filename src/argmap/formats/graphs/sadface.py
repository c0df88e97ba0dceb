"""SADFace: analysed arguments in JSON (Simple Argument Description Format).

Atoms are statements. A scheme called *support*, or after an argumentation scheme, is a support; one called *attack* or
*conflict* an attack, or an undercut where it leads to another scheme. Resources are sources, and sources of atoms
passages. Analysts, dates and metadata have no place in a map; they are kept, and written again. See
https://github.com/Open-Argumentation/SADFace.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell it by the ends of its edges, or, where it has none, by the kinds of its nodes."""
    if b'"nodes"' not in data or b'"edges"' not in data:
        return Sign.NONE
    if b'"source_id"' in data and b'"target_id"' in data:
        return Sign.SURE
    return Sign.SURE if b'"analyst_name"' in data or (b'"atom"' in data and b'"sources"' in data) else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a map; raises `ConvertError` where the text holds no list of nodes."""
    from argmap.formats.graphs._sadface import FRAME

    return FRAME.read(text, file)


def write(m: ArgumentMap) -> Writing:
    """Write atoms, schemes and edges."""
    from argmap.formats.graphs._sadface import FRAME

    return FRAME.write(m)


FORMAT = Format(
    title="SADFace",
    suffixes=(".sadface.json", ".sadface", ".json"),
    known_by='"source_id"',
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
