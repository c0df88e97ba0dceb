"""Telling a map or source record, however broken, from YAML and JSON of other programs."""

from __future__ import annotations

from argmap.native.fields import DOCUMENT, KINDS, SOURCE
from argmap.native.tree import Mapping, Node, Scalar


def foreign(tree: Node, what: str) -> str | None:
    """Return why a file is none of ours, as a whole sentence without its end; None for one that is, or is empty.

    A record has a key of a record. A map has ``nodes``, and under it a statement; one without any statement is taken
    for a map in its beginnings, unless its ``nodes`` are a list or it has keys of another format.

    Args:
        tree: What the file holds.
        what: ``document`` for a map, ``record`` for a source record.

    Example:
        >>> a = Scalar("3.8", 9, 12)
        >>> foreign(Mapping([(Scalar("version", 0, 7), a)], 0, 12), "document")
        "this is no map: there is no 'nodes' in it"
        >>> foreign(Mapping([(Scalar("nodes", 0, 5), Mapping([], 7, 9))], 0, 9), "document") is None
        True
    """
    name = "source record" if what == "record" else "map"
    if not isinstance(tree, Mapping):
        return f"this is no {name}: it is {'a text' if isinstance(tree, Scalar) else 'a list'}"
    keys = [key.value for key, _ in tree.pairs]
    if what == "record":
        reason = None if not keys or set(keys) & SOURCE.keys() else "none of its keys is one of a record"
    else:
        reason = _why_no_map(tree, [key for key in keys if key not in DOCUMENT])
    return f"this is no {name}: {reason}" if reason else None


def _why_no_map(tree: Mapping, others: list[str | None]) -> str | None:
    nodes = [value for key, value in tree.pairs if key.value == "nodes"]
    if not nodes:
        is_record = bool(others) and SOURCE.keys() >= set(others)
        hint = "; a source record stands in the project's folder of records" if is_record else ""
        return f"there is no 'nodes' in it{hint}" if tree.pairs else None
    if any(_is_statement(entry) for each in nodes for entry in _entries(each)):
        return None
    if others:
        return f"it has {others[0]!r}, and nothing under its 'nodes' is a statement"
    is_list = any(not isinstance(each, Mapping) and _entries(each) for each in nodes)
    return "its 'nodes' is a list, and nothing in it is a statement" if is_list else None


def _entries(nodes: Node) -> list[Node]:
    if isinstance(nodes, Mapping):
        return [value for _, value in nodes.pairs]
    return [] if isinstance(nodes, Scalar) else nodes.items


def _is_statement(entry: Node) -> bool:
    return isinstance(entry, Mapping) and any(key.value in KINDS for key, _ in entry.pairs)
