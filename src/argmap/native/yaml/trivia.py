"""Comments and blank lines, and the entries of a document that they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from attrs import define, field

from argmap.native.tree import Mapping, Node, Scalar, Sequence
from argmap.text import LineIndex

_COMMENT = re.compile(r"#[^\n\r]*")
_GAP = re.compile(r"(?:\s|#[^\n\r]*)*")
_HEADER = re.compile(r"[|>][^\s#]*[ \t]+(?=#)")


class Entry(NamedTuple):
    """A pair or an item of a block.

    Attributes:
        start: Offset of its key, or of the item after the dash; an item that is a block begins where its first entry
            does.
        is_item: Whether it is an item.
        column: Of its key or dash, counted from 1; 0 inside brackets, where columns mean nothing.
    """

    start: int
    is_item: bool
    column: int


@define
class Trivia:
    """What stands around the entries of a document: comments, and ``""`` for a blank line.

    Attributes:
        above: Lines above an entry, by its start.
        beside: The comment at the end of an entry's first line, by its start.
        below: Lines below an entry, in its own column, by start and whether it is an item.
        head: Lines above the first entry of the document, whichever entry comes first.
        end: Lines below the last entry of the document.
        opened: Offsets of the collections in brackets that must be written as blocks: they hold a comment, or are the
            document.
    """

    above: dict[int, list[str]] = field(factory=dict)
    beside: dict[int, str] = field(factory=dict)
    below: dict[tuple[int, bool], list[str]] = field(factory=dict)
    head: list[str] = field(factory=list)
    end: list[str] = field(factory=list)
    opened: set[int] = field(factory=set)


def collect(text: str, tree: Node) -> Trivia:
    """Find all comments and blank lines of a document, and tie each to an entry."""
    lines = LineIndex(text)
    scalars, flows = _parts(tree)
    comments = dict(_comments(text, scalars))
    at = [*sorted(comments), len(text)]
    opened = {start for start, end in flows if start == tree.start or at[bisect_right(at, start)] < end}
    entries = sorted(_entries(tree, lines, opened), key=lambda entry: (entry.start, entry.column))
    return _Collector(text, lines, comments, entries, Trivia(opened=opened)).collect()


def _parts(tree: Node) -> tuple[list[Scalar], list[tuple[int, int]]]:
    """Return the scalars in order, and the extents of the collections in brackets."""
    scalars, flows, stack = [], [], [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            scalars.append(node)
            continue
        if node.flow:
            flows.append((node.start, node.end))
        stack += node.items if isinstance(node, Sequence) else [part for pair in node.pairs for part in pair]
    return sorted(scalars, key=lambda scalar: scalar.start), flows


def _comments(text: str, scalars: list[Scalar]) -> Iterator[tuple[int, str]]:
    """Find the comments: what begins with # between scalars, or after the mark at which a block of text begins."""
    at = 0
    for scalar in [*scalars, Scalar("", len(text), len(text))]:
        for match in _COMMENT.finditer(text, at, max(at, scalar.start)):
            yield match.start(), match[0].rstrip()
        header = _HEADER.match(text, scalar.start) if scalar.style in ("|", ">") else None
        if header:
            yield header.end(), _COMMENT.match(text, header.end())[0].rstrip()  # type: ignore[index]
        at = max(at, scalar.end)


def _entries(tree: Node, lines: LineIndex, opened: set[int]) -> Iterator[Entry]:
    """Find the entries of blocks, and of collections in brackets that will be written as blocks."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar) or (node.flow and node.start not in opened):
            continue
        if isinstance(node, Mapping):
            for key, value in node.pairs:
                yield Entry(key.start, False, 0 if node.flow else lines.position(key.start).column)
                stack.append(value)
        else:
            column = 0 if node.flow else lines.position(node.start).column
            yield from (Entry(item.start, True, column) for item in node.items)
            stack += node.items


@define
class _Collector:
    """Ties comments to entries: first those above an entry, then those beside one, then what stands in between."""

    text: str
    lines: LineIndex
    comments: dict[int, str]
    entries: list[Entry]
    trivia: Trivia
    _alone: dict[int, int] = field(init=False, factory=dict)

    def collect(self) -> Trivia:
        for offset in self.comments:
            place = self.lines.position(offset)
            if not self.lines.line(place.line)[: place.column - 1].strip(" \t-"):
                self._alone[place.line] = offset
        last = 0
        for index, entry in enumerate(self.entries):
            place = self.lines.position(entry.start)
            if place.line > last and not self.lines.line(place.line)[: place.column - 1].strip(" \t-"):
                self.trivia.above[entry.start] = self._split(self._gap(place.line), index)
            last = place.line
        self.trivia.end = self._split(self._gap(len(self.lines) + 1), len(self.entries))
        starts = [entry.start for entry in self.entries]
        for offset, comment in self.comments.items():
            self._tie(offset, comment, bisect_left(starts, offset))
        self.trivia.head = self.trivia.above.pop(starts[0], [])
        return self.trivia

    def _gap(self, line: int) -> list[tuple[str, int]]:
        """Take the comments above a line, each with its column, and the blank lines, of several only one."""
        found: list[tuple[str, int]] = []
        number = line - 1
        while number and (number in self._alone or not self.lines.line(number).strip()):
            if number in self._alone:
                offset = self._alone[number]
                place = self.lines.position(offset)
                after_dash = self.lines.line(number)[: place.column - 1].strip()
                found.append((self.comments.pop(offset), 0 if after_dash else place.column))
            elif found[-1][0] if found else line <= len(self.lines):
                found.append(("", 0))
            number -= 1
        if found and not number and not found[-1][0]:
            found.pop()
        return found[::-1]

    def _split(self, gap: list[tuple[str, int]], index: int) -> list[str]:
        """Put comments deeper than the entry below them under the entry they line up with; return the rest."""
        below = self.entries[index].column if index < len(self.entries) else 1
        rest: list[str] = []
        deepest = len(self.text)
        for text, column in gap:
            owner = self._owner(min(column, deepest), below, index) if below and column > below else None
            if owner and not any(rest):
                deepest = owner.column
                self.trivia.below.setdefault(owner[:2], []).extend([*rest, text])
                rest.clear()
            else:
                rest.append(text)
        return rest

    def _owner(self, column: int, below: int, index: int) -> Entry | None:
        above = (self.entries[at] for at in range(index - 1, -1, -1))
        nearest = next((entry for entry in above if 0 < entry.column <= column), None)
        return nearest if nearest and nearest.column > below else None

    def _tie(self, offset: int, comment: str, index: int) -> None:
        """Tie a comment that stands above no entry: beside one, inside one, or where brackets close."""
        line = self.lines.position(offset).line
        before = self.entries[index - 1] if index else None
        if before is None:
            self.trivia.above.setdefault(self.entries[0].start, []).append(comment)
        elif line not in self._alone and before.start not in self.trivia.beside:
            self.trivia.beside[before.start] = comment
        elif line in self._alone and self._next(offset) in ("]", "}"):
            self.trivia.below.setdefault(before[:2], []).append(comment)
        else:
            self.trivia.above.setdefault(before.start, []).append(comment)

    def _next(self, offset: int) -> str:
        """Return the first character after a comment that is neither space nor comment."""
        end = _GAP.match(self.text, offset).end()  # type: ignore[union-attr]
        return self.text[end : end + 1]
