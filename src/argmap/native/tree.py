"""The tree that YAML and JSON share: scalars, mappings and sequences with their places.

Plain tuples, because a large document has a million of them.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from argmap.text import Span

MAX_DEPTH = 128
"""Mappings and sequences may stand in each other this deep; an outline of 40 levels still fits."""

TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels: give inner statements a node of their own"
"""What is said of a document that nests deeper."""

BARE = "="
"""The style of a number or truth value, which is written without quotation marks."""

VERBATIM = "annex"
"""The style of a text for programs, which is written on one line however long, with no character changed."""


class Scalar(NamedTuple):
    """A piece of text.

    Attributes:
        value: What it says, always text; None for JSON's null.
        start: Offset of its first code point.
        end: Offset after its last.
        style: ``"`` or ``'`` for a quoted scalar, ``|`` or ``>`` for a block, `BARE`, `VERBATIM`, or empty for a
            plain one.
    """

    value: str | None
    start: int
    end: int
    style: str = ""


class Mapping(NamedTuple):
    """Keys and values, in order, duplicates included.

    Attributes:
        pairs: Keys with their values.
        start: Offset of its first code point.
        end: Offset after its last.
        flow: Whether it is written in braces.
    """

    pairs: list[tuple[Scalar, Node]]
    start: int
    end: int
    flow: bool = False


class Sequence(NamedTuple):
    """Items, in order.

    Attributes:
        items: The items.
        start: Offset of its first code point.
        end: Offset after its last.
        flow: Whether it is written in brackets.
    """

    items: list[Node]
    start: int
    end: int
    flow: bool = False


Node: TypeAlias = Scalar | Mapping | Sequence


def span(node: Node) -> Span:
    """Return the place of a node."""
    return Span(node.start, node.end)


def describe(node: Node) -> str:
    """Say in words what a node is."""
    if isinstance(node, Mapping):
        return "a mapping"
    if isinstance(node, Sequence):
        return "a list"
    if not node.value:
        return "an empty text" if node.style else "nothing"
    return "a text"
