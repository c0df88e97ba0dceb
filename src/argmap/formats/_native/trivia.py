"""Comments and blank lines, and the entries of a tree that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from argmap.formats._native.tree import Mapping, Node, Scalar, Sequence
from argmap.text import LineIndex

_COMMENT = re.compile(r"(?:^|(?<=[\s,\[\]{}:\"']))#[^\n\r]*")


class _Entry(NamedTuple):
    """A pair or an item of a block."""

    start: int
    column: int


@define
class Trivia:
    """What stands around the entries of a document, by the offset at which an entry starts.

    Attributes:
        above: Comments on lines of their own, and ``""`` for a blank line, above an entry.
        beside: The comment at the end of an entry's first line.
        below: Comments behind the last line of an entry, deeper than what follows.
        opened: Offsets of the flow collections that hold a comment, and so must be written as blocks.
    """

    above: dict[int, list[str]] = field(factory=dict)
    beside: dict[int, str] = field(factory=dict)
    below: dict[int, list[str]] = field(factory=dict)
    opened: set[int] = field(factory=set)


def collect(text: str, tree: Node) -> Trivia:
    """Find all comments and blank lines of a document and tie each to an entry."""
    trivia = Trivia()
    scalars, flows = _parts(tree)
    comments = list(_comments(text, scalars))
    for start, end in flows:
        if any(start < offset < end for offset, _ in comments):
            trivia.opened.add(start)
    lines = LineIndex(text)
    entries = sorted(set(_entries(tree, lines, trivia.opened)))
    _attach(text, lines, comments, entries, trivia)
    alone = {
        place.line
        for offset, _ in comments
        if not text[lines.start((place := lines.position(offset)).line) : offset].strip()
    }
    _blank_lines(lines, entries, trivia, alone)
    return trivia


def _parts(tree: Node) -> tuple[list[Scalar], list[tuple[int, int]]]:
    """Give the scalars in order, and the extents of flow collections, outermost first."""
    scalars, flows, stack = [], [], [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            scalars.append(node)
            continue
        if node.flow:
            flows.append((node.start, node.end))
        children: list[Node] = node.items if isinstance(node, Sequence) else [n for pair in node.pairs for n in pair]
        stack += reversed(children)
    return sorted(scalars, key=lambda scalar: scalar.start), flows


def _comments(text: str, scalars: list[Scalar]) -> Iterator[tuple[int, str]]:
    """Find the comments: what begins with # between the scalars."""
    at = 0
    for start, end in [*((s.start, s.end) for s in scalars), (len(text), len(text))]:
        for match in _COMMENT.finditer(text, at, max(at, start)):
            yield match.start(), match[0].rstrip()
        at = max(at, end)


def _entries(tree: Node, lines: LineIndex, opened: set[int]) -> Iterator[_Entry]:
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar) or (node.flow and node.start not in opened):
            continue
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                yield _Entry(key.start, lines.position(key.start).column)
                stack.append(value)
        else:
            for item in node.items:
                yield _Entry(item.start, lines.position(item.start).column - 2)
                stack.append(item)


def _attach(
    text: str, lines: LineIndex, comments: list[tuple[int, str]], entries: list[_Entry], trivia: Trivia
) -> None:
    before: list[_Entry] = []
    waiting = list(reversed(entries))
    for offset, comment in comments:
        while waiting and waiting[-1].start < offset:
            before.append(waiting.pop())
        place = lines.position(offset)
        alone = not text[lines.start(place.line) : offset].strip()
        following = waiting[-1] if waiting else None
        if not alone and before:
            trivia.beside[before[-1].start] = comment
        elif following is not None and place.column <= following.column:
            trivia.above.setdefault(following.start, []).append(comment)
        else:
            owner = next((entry for entry in reversed(before) if entry.column <= place.column), None)
            if owner is not None:
                trivia.below.setdefault(owner.start, []).append(comment)
            elif following is not None:
                trivia.above.setdefault(following.start, []).append(comment)


def _blank_lines(lines: LineIndex, entries: list[_Entry], trivia: Trivia, alone: set[int]) -> None:
    """Keep one blank line above an entry, or above the comments over it, where the author left any."""
    for entry in entries:
        place = lines.position(entry.start)
        if lines.line(place.line)[: place.column - 1].strip(" -"):
            continue
        above = place.line - 1
        while above in alone:
            above -= 1
        if above >= 1 and not lines.line(above).strip():
            trivia.above.setdefault(entry.start, []).insert(0, "")
