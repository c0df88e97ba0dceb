"""A tree as JSON text with two spaces of indentation."""

from __future__ import annotations

import json
from typing import Any

from argmap.formats._native.tree import Mapping, Node, Scalar


def lay_out(tree: Mapping) -> str:
    """Write a document; the recursion is bounded by `MAX_DEPTH`."""
    return json.dumps(_plain(tree), indent=2, ensure_ascii=False) + "\n"


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return json.loads(node.value) if node.style == "=" and node.value else node.value
    if isinstance(node, Mapping):
        return {key.value or "": _plain(value) for key, value in node.pairs}
    return [_plain(item) for item in node.items]
