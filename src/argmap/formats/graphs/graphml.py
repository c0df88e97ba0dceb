"""GraphML: graphs of yEd, networkx, Cytoscape, igraph and Gephi, statements as nodes."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.formats import Format, Sign, Writing
from argmap.formats.graphs._drawn import KEPT
from argmap.model.document import ArgumentMap


def sniff(data: bytes) -> Sign:
    """Take a graph for a map where a person names it: most graphs are none."""
    return Sign.POSSIBLE if not data or b"<graphml" in data or b"<\0g\0r\0a\0p\0h" in data else Sign.NONE


def read(data: bytes, file: str, columns: Mapping[str, str] | None = None) -> ArgumentMap:
    """Read a map from GraphML (http://graphml.graphdrawing.org): nodes as statements, edges as relations.

    Attributes are known by their names, as the columns of a table are, and labels of yEd as attributes. A node whose
    kind is a relation's, and that edges go through, is that relation, linked or cut. Colours say nothing.

    Args:
        data: What the file holds.
        file: Its name.
        columns: The name of the attribute for a field, where it is not to be guessed, such as ``{"text": "wording"}``.

    Raises:
        ConvertError: It is no GraphML.
    """
    from argmap.flaws import Flaws
    from argmap.formats._xml import decoded
    from argmap.formats.graphs._drawn.graphml import parse
    from argmap.formats.graphs._drawn.reading import read_graph

    flaws = Flaws(decoded(data))
    return read_graph(parse(flaws), flaws, file, "graphml", columns)


def write(m: ArgumentMap) -> Writing:
    """Write a map as GraphML, which networkx, yEd, Cytoscape and Gephi open."""
    from argmap.formats.graphs._drawn.graphml import written

    return written(m)


FORMAT = Format(
    title="GraphML",
    suffixes=(".graphml",),
    read_bytes=read,
    sniff=sniff,
    write=write,
    keeps=KEPT,
    takes_columns=True,
)
