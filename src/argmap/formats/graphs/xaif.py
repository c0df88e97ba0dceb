"""xAIF: what OVA 3 and the tools of ARG-tech pass on, in JSON (a node set with its text, speakers and layout).

Its node set is read as AIF's is, its text is a source, and what is highlighted in that are passages. Locutions,
illocutions, rephrases, speakers and layout have no place in a map; they are kept, and written again.
"""

from __future__ import annotations

from argmap.formats import Format, Sign, Writing
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Tell it by the node set that it has under ``AIF``."""
    return Sign.SURE if b'"AIF"' in data and b'"nodes"' in data else Sign.NONE


def read(text: str, file: str) -> ArgumentMap:
    """Read a map; raises `ConvertError` where the text holds no list of nodes."""
    from argmap.formats.graphs._aif_reading import read as read_

    return read_(text, file, "xaif")


def write(m: ArgumentMap) -> Writing:
    """Write a node set in the frame of OVA 3."""
    from argmap.formats.graphs._aif_writing import write as write_

    return write_(m, "xaif")


FORMAT = Format(
    title="xAIF",
    suffixes=(".xaif.json", ".xaif", ".json"),
    known_by='"AIF"',
    read=read,
    sniff=sniff,
    write=write,
    annex="aif",
    keeps=frozenset(
        {
            *("supports", "attacks", "contradictions", "undercuts", "undercut undercuts", "contradiction undercuts"),
            *("linkage", "schemes", "passages", "about", "sources"),
        }
    ),
    needs_texts=True,
)
