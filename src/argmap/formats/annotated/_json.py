"""JSON as plain values, with the places of what stands in it."""

from __future__ import annotations

import json
from typing import Any

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.native.json.tree import parse
from argmap.native.tree import TOO_DEEP, Mapping, Node, Sequence
from argmap.text import LineIndex, Span


def loaded(flaws: Flaws) -> tuple[Any, Node]:
    """Read a text as JSON: as plain values, and as a tree with places.

    Raises:
        ConvertError: It is no JSON, or nests too deep.

    Example:
        >>> value, node = loaded(Flaws('{"a": [1, {"b": null}]}'))
        >>> value, place(node, "a", 1)
        ({'a': [1, {'b': None}]}, Span(start=10, end=21))
    """
    tree = parse(flaws)
    if tree is None and not flaws.found:
        raise ConvertError("this is not JSON: it is empty")
    if tree is None:
        flaw = flaws.found[-1]
        message = "it nests too deep" if flaw.message.startswith(TOO_DEEP) else flaw.message
        at = LineIndex(flaws.text).position(flaw.span.start if flaw.span else 0)
        raise ConvertError(f"this is not JSON that can be read: line {at.line}, column {at.column}: {message}")
    try:
        return json.loads(flaws.text), tree
    except (ValueError, RecursionError) as error:
        raise ConvertError(f"this is not JSON: {error}") from None


def child(node: Node | None, key: str | int) -> Node | None:
    """Return the node of a member or an item; None where there is none."""
    if isinstance(key, str) and isinstance(node, Mapping):
        return next((value for name, value in node.pairs if name.value == key), None)
    if isinstance(key, int) and isinstance(node, Sequence) and key < len(node.items):
        return node.items[key]
    return None


def place(node: Node | None, *path: str | int) -> Span | None:
    """Return the place of what keys and numbers of items lead to; None where they lead nowhere."""
    for key in path:
        node = child(node, key)
    return Span(node.start, node.end) if node else None


def table(value: object) -> dict[str, Any]:
    """Return a value that is a table, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """Return a value that is a list, else an empty one."""
    return value if isinstance(value, list) else []


def is_number(value: object) -> bool:
    """Tell whether a value is a whole number."""
    return isinstance(value, int) and not isinstance(value, bool)
