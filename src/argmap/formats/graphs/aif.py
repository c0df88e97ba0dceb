"""AIF: node sets of AIFdb and files of OVA, in JSON (Argument Interchange Format).

Information nodes are statements, an inference (RA) with its premises is a support, and a conflict (CA) an attack, or an
undercut where it leads to an inference or another conflict. Locutions, illocutions, rephrases, preferences, times and
layout have no place in a map; they are kept, and written again. A text, its passages and its source are only in the
files of OVA, which hold it; node sets of AIFdb have none, which is told when one is written.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell node sets by what their nodes and edges are called, or, in OVA's older files, by whom they are said."""
    if b'"AIF"' in data:
        return Sign.NONE
    if b'"nodeID"' in data and (b'"nodes"' in data or b'"edges"' in data):
        return Sign.SURE
    return Sign.SURE if b'"participantID"' in data and b'"analysis"' in data and b'"nodes"' in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a map; raises `ConvertError` where the text holds no list of nodes."""
    from argmap.formats.graphs._aif_reading import read as read_

    return read_(text, file, "aif")


def write(m: ArgumentMap) -> Writing:
    """Write a node set as AIFdb does."""
    from argmap.formats.graphs._aif_writing import write as write_

    return write_(m, "aif")


FORMAT = Format(
    title="AIF",
    suffixes=(".aif.json", ".aif", ".json"),
    known_by='"nodeID"',
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
