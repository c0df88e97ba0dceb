"""GEXF: graphs of Gephi, statements as nodes."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import Format, Sign, Writing
from argmap.formats.graphs._drawn import KEPT
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Take a graph for a map where a person names it: most graphs are none."""
    return Sign.POSSIBLE if not data or b"<gexf" in data or b"<\0g\0e\0x\0f" in data else Sign.NONE


def read(data: bytes, file: str, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    """Read a map from GEXF (https://gexf.net, 1.1 to 1.3): nodes as statements, edges as relations, as in GraphML.

    The weight that each edge of Gephi has, colours, sizes and times say nothing of an argument, and are not read.

    Args:
        data: What the file holds.
        file: Its name.
        columns: The name of the attribute for a field, where it is not to be guessed, such as ``{"text": "wording"}``.

    Raises:
        ConvertError: It is no GEXF.
    """
    from argmap.flaws import Flaws
    from argmap.formats._xml import decoded
    from argmap.formats.graphs._drawn.gexf import parse
    from argmap.formats.graphs._drawn.reading import read_graph

    flaws = Flaws(decoded(data))
    return read_graph(parse(flaws), flaws, file, "gexf", columns)


def write(m: ArgumentMap) -> Writing:
    """Write a map as GEXF 1.3, which Gephi opens; labels are short names, texts an attribute."""
    from argmap.formats.graphs._drawn.gexf import written

    return written(m)


FORMAT = Format(
    title="GEXF",
    suffixes=(".gexf",),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
    takes_columns=True,
)
