"""Dividing what is drawn of a map among pages: what is too large is cut, and what is small put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from argmap.renderers._diagram.diagram import picture
from argmap.renderers._diagram.sheet import size
from argmap.renderers._pages.layout import Layout
from argmap.renderers._pages.paper import Paper, Size, is_room
from argmap.renderers._pages.pieces import pieces
from argmap.renderers._pages.portions import DRAFT, Portion, sectioned
from argmap.renderers._parts import Links
from argmap.renderers._selection import Selection

_FILLED = 0.8  # how much of a page the cards of a piece may take, as they leave gaps
_SHARES = (0.8, 0.5)  # how much of a page a piece is wanted to take: small pieces fill pages better, or cut more
_REACH = 4  # how far from each other portions may be that are put on one page


class Division:
    """Divides a selection among pages of a size.

    Args:
        selection: What is drawn.
        paper: The paper.
        layout: Graphviz.
        heading: The size of what stands over the first page; None without it.
    """

    def __init__(self, selection: Selection, paper: Paper, layout: Layout, heading: Size | None = None) -> None:
        self.selection, self.paper, self.layout, self.heading = selection, paper, layout, heading
        self.links = Links.of(selection.map)

    def of(self, scopes: Sequence[Sequence[str]], *, keeps_reasons: bool = False) -> list[Portion]:
        """Return what stands on each page, in reading order.

        What is cut is on pages of its own, one after the other; on one page with others is only what is whole on it. A
        single card that does not fit stays.

        Args:
            scopes: The statements of each section, or of what else is divided.
            keeps_reasons: Whether recommendations stay with their direct reasons.
        """
        whole = [Portion(tuple(names), (number,)) for number, names in enumerate(scopes)]
        best = [[portion] for portion in whole]
        for share in _SHARES:
            if share == _SHARES[0] or any(len(found) > 1 for found in best):
                found = self._joined(self._cut(whole, share, keeps_reasons=keeps_reasons), is_apart=True)
                divided = [[portion for portion in found if portion.scopes == one.scopes] for one in whole]
                first = share == _SHARES[0]
                best = [new if first or len(new) < len(old) else old for old, new in zip(best, divided, strict=True)]
        portions = [portion for found in best for portion in found]
        return self._joined([Portion((), (-1,)), *portions] if self.heading else portions)

    def about(self, scopes: Sequence[Sequence[str]]) -> int:
        """Return how many pages there are about."""
        whole = [Portion(tuple(names), (number,)) for number, names in enumerate(scopes)]
        return len(self._joined(self._cut(whole, _SHARES[0], keeps_reasons=False)))

    def _cut(self, portions: list[Portion], share: float, *, keeps_reasons: bool) -> list[Portion]:
        """Cut what does not fit on a page."""
        while True:
            made: list[Portion] = []
            for portion, sizes in zip(portions, self._sizes(portions), strict=True):
                count = len(portion.statements)
                if count < 2 or is_room(self.paper, sizes):
                    made.append(portion)
                    continue
                limits = (self._most(sizes, count, part) for part in (share, _FILLED))
                found = pieces(self.selection.map, self.links, portion.statements, *limits, keeps_reasons=keeps_reasons)
                made += (evolve(portion, statements=tuple(piece)) for piece in found)
            if len(made) == len(portions):
                return made
            portions = made

    def _joined(self, portions: list[Portion], *, is_apart: bool = False) -> list[Portion]:
        """Put what fits on one page together: what follows each other, the smallest first, and then what is near."""
        failed: set[tuple[Portion, Portion]] = set()
        for reach in (1, _REACH):
            while pairs := self._pairs(portions, failed, reach, is_apart=is_apart):
                tried = _with_pairs(portions, pairs)
                rooms = dict(zip(tried, (is_room(self.paper, sizes) for sizes in self._sizes(tried)), strict=True))
                kept = [(one, other) for one, other in pairs if rooms[_together(portions[one], portions[other])]]
                failed.update((portions[one], portions[other]) for one, other in pairs)
                portions = _with_pairs(portions, kept)
        return portions

    def _pairs(
        self, portions: Sequence[Portion], failed: set[tuple[Portion, Portion]], reach: int, *, is_apart: bool
    ) -> list[tuple[int, int]]:
        """Return the places of pairs to try that do not overlap."""
        counts = Counter(scope for portion in portions for scope in portion.scopes)
        whole = [all(counts[scope] == 1 for scope in portion.scopes) for portion in portions]
        near = [
            (one, other)
            for one in range(len(portions))
            for other in range(one + 1, min(one + reach + 1, len(portions)))
            if (portions[one], portions[other]) not in failed
            and (
                portions[one].scopes == portions[other].scopes
                or (not is_apart and whole[one] and whole[other] and (other == one + 1 or self.heading is not None))
            )
        ]
        chosen: dict[int, int] = {}
        for one, other in sorted(near, key=lambda pair: sum(len(portions[place].statements) for place in pair)):
            if one not in chosen and other not in chosen:
                chosen |= {one: other, other: one}
        return [(one, other) for one, other in sorted(chosen.items()) if one < other]

    def _sizes(self, portions: Sequence[Portion]) -> list[list[Size]]:
        """Return the sizes of the blocks of each portion."""
        drawn = sectioned(self.selection.map, self.links, portions, is_draft=True)
        numbers = {s.id: DRAFT for s in self.layout.view.analysis.map.statements}
        numbers |= {s.id: DRAFT for s in drawn.map.statements}
        made = picture(self.layout.view, evolve(self.selection, map=drawn.map), numbers)
        found: list[list[Size]] = [[] for _ in portions]
        if self.heading and portions and portions[0].scopes[0] < 0:
            found[0].append(self.heading)
        for block, graph in zip(made.blocks, self.layout([block.source for block in made.blocks]), strict=True):
            found[drawn.homes[block.section or ""]].append(size(graph))
        return found

    def _most(self, sizes: Sequence[Size], count: int, filled: float) -> int:
        """Return how many of the statements of blocks may be in a piece."""
        width, height = self.paper.room(self.paper.least)
        share = min(1, width * height / sum(wide * high for wide, high in sizes)) * filled
        return max(1, min(count - 1, int(count * share)))


def _with_pairs(portions: Sequence[Portion], pairs: Sequence[tuple[int, int]]) -> list[Portion]:
    """Put pairs of portions together, each where its first one stands."""
    seconds, gone = dict(pairs), {other for _, other in pairs}
    return [
        _together(portion, portions[seconds[place]]) if place in seconds else portion
        for place, portion in enumerate(portions)
        if place not in gone
    ]


def _together(one: Portion, other: Portion) -> Portion:
    return Portion((*one.statements, *other.statements), tuple(dict.fromkeys((*one.scopes, *other.scopes))))
