"""From a Markdown outline to a map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, evolve, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats.outlines._items import CON, PRO, Item, Meaning, group_mark, marked
from argmap.formats.outlines.outline.syntax import Line, parse
from argmap.model.document import ArgumentMap, Group
from argmap.model.origin import Origin
from argmap.native.ids import Names, slug
from argmap.text import LineIndex

LINK = re.compile(r"\[(.*)\]\(#([^()\s]+)\)\Z")
"""A bullet that stands for another one."""


def read_map(text: str, file: str) -> ArgumentMap:
    """Read a map from an outline; raises `ConvertError` where there is no list in it."""
    lines = parse(text)
    if not any(line.bullet for line in lines):
        raise ConvertError("this is no outline: there is no list in it, as in '- A claim' with '  - A reason' below")
    flaws = Flaws(text)
    made = _Made(lines, flaws)
    items = list(made.items())
    meaning = Meaning(flaws)
    meaning.make(_resolved(items))
    index = LineIndex(text)
    return ArgumentMap(
        title=made.title,
        groups=tuple(made.groups),
        statements=tuple(meaning.statements),
        relations=tuple(meaning.relations),
        origin=Origin(file, "outline", index, findings=flaws.findings(file, index)),
    )


def _resolved(items: list[Item]) -> list[Item]:
    """Return the items with links only where they lead to another one; the others are texts."""
    names = Names()
    known = {names.make(slug(item.text), "-") for item in items if not item.link}
    return [item if item.link in known or not item.link else evolve(item, link="") for item in items]


@define
class _Made:
    """The items of an outline, with what its headings are.

    Attributes:
        title: Of the map.
        groups: The sections, in order.
    """

    lines: tuple[Line, ...]
    flaws: Flaws
    title: str = ""
    groups: list[Group] = field(factory=list)
    _is_signed: bool = False
    _names: Names = field(factory=Names)

    def items(self) -> Iterator[Item]:
        self._is_signed = _is_signed(self.lines)
        sections: list[tuple[int, str]] = []
        group, base, parted = None, 0, 0  # parted: the level of a heading whose pros and cons have headings too
        ones = sum(line.level == 1 for line in self.lines)
        for number, line in enumerate(self.lines):
            if line.level:
                while sections and sections[-1][0] >= line.level:
                    sections.pop()
                group = sections[-1][1] if sections else None
                if 0 < parted < line.level and (below := group_mark(line.text)):
                    base = 2
                    yield Item(1, line.text, group=group, below=below, span=line.span)
                    continue
                is_parted = self._is_parted(number)
                parted = line.level if is_parted else 0
                base = int(is_parted or self._is_conclusion(number))
                if base:
                    yield Item(0, _bare(line.text), group=group, span=line.span)
                elif not number and line.level == ones == 1:
                    self.title = _bare(line.text)
                elif line.text:
                    group = self._section(line, group)
                    sections.append((line.level, group))
            elif line.bullet:
                yield self._item(line, group, base)
            else:
                self.flaws.drop("paragraphs that stand in no list are not kept", line.span)

    def _section(self, line: Line, parent: str | None) -> str:
        name = self._names.make(slug(_bare(line.text)), "-")
        self.groups.append(Group(name, _bare(line.text), parent, span=line.span))
        return name

    def _is_conclusion(self, number: int) -> bool:
        """Tell whether what a heading has below it is pros and cons, so that it is what they are about."""
        depths = []
        for line in self.lines[number + 1 :]:
            if line.level:
                break
            if line.depth == 0:
                depths.append(line)
        is_marked = any(self._mark(line)[0] for line in depths) or _are_sides(line.text for line in depths)
        return bool(self.lines[number].text) and is_marked

    def _is_parted(self, number: int) -> bool:
        """Tell whether all headings below one are of its pros and of its cons."""
        level, below = self.lines[number].level, []
        for line in self.lines[number + 1 :]:
            if 0 < line.level <= level:
                break
            if line.level:
                below.append(line.text)
        return bool(self.lines[number].text) and _are_sides(below)

    def _mark(self, line: Line) -> tuple[str, str]:
        mark, text = marked(line.text)
        sign = {"+": PRO, "-": CON}.get(line.bullet, "") if self._is_signed else ""
        return mark or sign, text

    def _item(self, line: Line, group: str | None, base: int) -> Item:
        if line.task:
            self.flaws.drop("boxes to tick are not kept", line.span)
        mark, text = self._mark(line)
        if not line.depth and not base:
            mark, text = "", line.text.removeprefix("\\")
        link = None if line.text.startswith("\\") else LINK.match(text)
        below = "" if mark and marked(line.text)[0] else group_mark(line.text)
        note = line.note or None
        return Item(line.depth + base, text, mark, note, link[2] if link else "", group, below, line.span)


def _are_sides(texts: Iterable[str]) -> bool:
    """Tell whether texts only say what stands below them: pros below some, and cons below others."""
    return {group_mark(text) for text in texts} == {PRO, CON}


def _bare(text: str) -> str:
    """Return the text of a heading, without the backslash that says that it is no word such as ``Pros``."""
    return text.removeprefix("\\")


def _is_signed(lines: tuple[Line, ...]) -> bool:
    """Tell whether bullets are marks: whether some stand side by side as ``+`` and as ``-``."""
    signs: list[set[str]] = []
    for line in lines:
        if line.level:
            signs.clear()
        elif line.bullet:
            del signs[line.depth + 1 :]
            while len(signs) <= line.depth:
                signs.append(set())
            signs[line.depth].add(line.bullet)
            if {"+", "-"} <= signs[line.depth]:
                return True
    return False
