"""What files of other formats held that a map has no place for: after the name of each format, a text for its writer.

Nothing here looks into the text, so that none that is damaged keeps a map from being read.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Table

from argmap.flaws import Flaws
from argmap.native import values
from argmap.native.characters import is_whole
from argmap.native.ids import is_id
from argmap.native.tree import VERBATIM, Mapping, Node, Scalar


def read_annex(key: Scalar, node: Node, flaws: Flaws) -> dict[str, str]:
    """Read what stands after ``annex``; a text of any length is right."""
    return {
        name: content
        for name, at, value in values.pairs(key, node, "an annex", flaws)
        if (content := values.text(at, value, flaws, longest=None)) is not None
    }


def write_annex(annex: Table[str, str], lose: Callable[[str, str], None]) -> Mapping | None:
    """Write an annex as what stands after ``annex``; what no document may hold is reported."""
    pairs: list[tuple[Scalar, Node]] = []
    for name, content in annex.items():
        if is_id(name) and content.strip() and is_whole(content):
            pairs.append((Scalar(name, 0, 0, '"'), Scalar(content, 0, 0, VERBATIM)))
        else:
            lose(f"the annex of {name!r} cannot be read again, and is not written", name)
    return Mapping(pairs, 0, 0) if pairs else None
