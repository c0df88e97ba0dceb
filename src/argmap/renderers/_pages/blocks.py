"""Dividing what is drawn of a map into parts that fit on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from argmap.model.document import ArgumentMap, Group
from argmap.model.parts import top_sections
from argmap.renderers import View
from argmap.renderers._diagram.content import name
from argmap.renderers._diagram.diagram import picture
from argmap.renderers._diagram.engine import laid_out
from argmap.renderers._diagram.sheet import size
from argmap.renderers._pages.paper import LEAST, Paper, is_room
from argmap.renderers._pages.pieces import pieces
from argmap.renderers._parts import Links
from argmap.renderers._selection import Selection

Graph = Mapping[str, Any]
DRAFT = 88
"""The number of every page before pages have numbers."""
_FILLED = 0.8  # how much of a page the cards of a piece may take, as they leave gaps


class Layout:
    """Graphviz, which lays out a block once."""

    def __init__(self, view: View, format_: str) -> None:
        self.view, self.format = view, format_
        self.known: dict[str, Graph] = {}
        self.warnings: dict[str, None] = {}

    def __call__(self, sources: Sequence[str]) -> list[Graph]:
        """Return the graphs, laid out."""
        new = [source for source in dict.fromkeys(sources) if source not in self.known]
        if new:
            laid = laid_out(new, self.format, engine=self.view.options.engine)
            self.known |= zip(new, laid.graphs, strict=True)
            self.warnings |= dict.fromkeys(laid.warnings)
        return [self.known[source] for source in sources]


def blocks(selection: Selection, paper: Paper, layout: Layout) -> Selection:
    """Divide what is drawn into sections of which each fits on a page; a section that is too large is cut.

    A single card that does not fit, as very much bears on it, stays.
    """
    m, links = selection.map, Links.of(selection.map)
    numbers = {s.id: DRAFT for s in m.statements}
    cut = _Cut(m, {})
    while True:
        divided = evolve(selection, map=cut.map())
        made = picture(layout.view, divided, numbers)
        sizes = [size(graph) for graph in layout([block.source for block in made.blocks])]
        tops = top_sections(divided.map)
        inside: dict[str | None, list[str]] = {}
        for statement, top in tops.items():
            inside.setdefault(top, []).append(statement)
        large = [
            (inside[block.section], _most(paper, each, len(inside[block.section])))
            for block, each in zip(made.blocks, sizes, strict=True)
            if not is_room(paper, [each]) and len(inside[block.section]) > 1
        ]
        if not large:
            return divided
        for statements, most in large:
            cut = cut.further(statements, links, most)


def _most(paper: Paper, each: tuple[float, float], count: int) -> int:
    """Return how many of a block's statements are likely to fit on a page."""
    width, height = paper.room(LEAST)
    share = min(1, width * height / (each[0] * each[1])) * _FILLED
    return max(1, min(count - 1, int(count * share)))


@frozen
class _Cut:
    """A map of which some sections are cut.

    Attributes:
        whole: The map as it was.
        pieces: The pieces by the first statement of each.
    """

    whole: ArgumentMap
    pieces: Mapping[str, tuple[str, ...]]

    def further(self, statements: Sequence[str], links: Links, most: int) -> _Cut:
        """Cut one more part."""
        inside = set(statements)
        kept = {head: piece for head, piece in self.pieces.items() if head not in inside}
        made = pieces(self.whole, links, statements, most)
        found = kept | {piece[0]: tuple(piece) for piece in made}
        head_of = {name: head for head, piece in found.items() for name in piece}
        heads = dict.fromkeys(head_of[s.id] for s in self.whole.statements if s.id in head_of)
        return _Cut(self.whole, {head: found[head] for head in heads})

    def map(self) -> ArgumentMap:
        """Return the map with a section for each piece."""
        home = {statement: head for head, piece in self.pieces.items() for statement in piece}
        groups = dict(self._groups())
        statements = tuple(evolve(s, group=groups[home[s.id]].id) if s.id in home else s for s in self.whole.statements)
        return evolve(self.whole, groups=(*self.whole.groups, *groups.values()), statements=statements)

    def _groups(self) -> Iterator[tuple[str, Group]]:
        """Return the section of each piece: the part of one, or the branch of what stands in none."""
        tops, headings = top_sections(self.whole), self.whole.headings
        known, counts = {group.id for group in self.whole.groups}, dict[str, int]()
        for head in self.pieces:
            top = tops[head]
            title = name(self.whole[head]).rstrip(".")
            if top is not None:
                counts[top] = counts.get(top, 0) + 1
                title = f"{headings[top]}, part {counts[top]}"
            unused = head
            while unused in known:
                unused += "+"
            known.add(unused)
            yield head, Group(unused, title)
