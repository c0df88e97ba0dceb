"""What a file of a graph held, and the map has no place for: packed into the annex of a map.

In the annex, a node that the map says is a list of its id and its further fields, and an edge that the map says a list
of its two ends and its further fields; any other node or edge is the object that it was.
"""

from __future__ import annotations

import json
from typing import Any

from attrs import field, frozen

Fields = dict[str, Any]


@frozen
class Kept:
    """The annex of a map.

    Attributes:
        ids: Ids of nodes by the ids of what the map has for them, where these are others.
        mirrors: Ids of the nodes that are the other side of a contradiction, by that of its first side.
        nodes: In the order of the file.
        edges: In the order of the file.
        rest: The remaining members of the file.
    """

    ids: dict[str, str] = field(factory=dict)
    mirrors: dict[str, str] = field(factory=dict)
    nodes: list[Any] = field(factory=list)
    edges: list[Any] = field(factory=list)
    rest: Fields = field(factory=dict)

    def packed(self) -> str:
        """Return it as JSON text."""
        members = {name: getattr(self, name) for name in ("ids", "mirrors", "nodes", "edges", "rest")}
        return json.dumps({name: value for name, value in members.items() if value}, ensure_ascii=False)


def unpacked(annex: Any) -> Kept | None:
    """Read what `Kept.packed` has written; None for what it has not.

    Example:
        >>> unpacked(Kept(rest={"locutions": []}).packed()).rest, unpacked("[")
        ({'locutions': []}, None)
    """
    try:
        kept = Kept(**json.loads(annex))
    except (TypeError, ValueError, RecursionError):
        return None
    tables: tuple[Any, ...] = (kept.ids, kept.mirrors, kept.rest)
    lists: tuple[Any, ...] = (kept.nodes, kept.edges)
    if not all(isinstance(t, dict) for t in tables) or not all(isinstance(each, list) for each in lists):
        return None
    if not all(isinstance(name, str) for table in tables[:2] for name in table.values()):
        return None
    return kept if all(_is_entry(n, 1) for n in kept.nodes) and all(_is_entry(e, 2) for e in kept.edges) else None


def _is_entry(entry: Any, ids: int) -> bool:
    if type(entry) is list:
        return len(entry) == ids + 1 and type(entry[-1]) is dict
    return type(entry) is dict
