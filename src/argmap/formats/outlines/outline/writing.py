"""From a map to a Markdown outline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._parts import kept
from argmap.formats.outlines._items import CON, Item, group_mark, items_of, one_line, unmarked
from argmap.formats.outlines.outline.reading import LINK
from argmap.formats.outlines.outline.syntax import BULLET, FENCE, RULE, TASK, heading
from argmap.model.document import ArgumentMap, Group

_KEEPS = ("titles", "notes", "groups", "supports", "attacks")
_BREAK = re.compile(r"\r\n|\r|\n")
_DEEPEST = 6


def write_map(m: ArgumentMap) -> Writing:
    """Write a map as an outline, and say what it cannot hold beside the parts that it does not keep."""
    told: list[str] = []
    text = "\n".join(_lines(kept(m, _KEEPS), told)).strip("\n") + "\n"
    return Writing(text, unwritten(dict.fromkeys(told)))


def _lines(m: ArgumentMap, told: list[str]) -> Iterator[str]:
    if m.title:
        yield _heading(1, m.title, told)
    blocks: dict[str | None, list[Item]] = {None: [], **{group.id: [] for group in m.groups}}
    group = None
    for item, _ in items_of(m, told):
        group = item.group if not item.depth else group
        if group not in blocks or (item.group != group and not item.link):
            told.append("what stands below a statement stands in its section; a section without a heading is left out")
        blocks[group if group in blocks else None].append(item)
    yield from _block(blocks[None], told)
    levels = _levels(m.groups)
    for section in m.groups:
        yield ""
        yield _heading(levels[section.id], section.title or section.id, told)
        yield from _block(blocks[section.id], told)


def _levels(groups: tuple[Group, ...]) -> dict[str, int]:
    """Return the level of each section's heading; those of the map's own title are 1."""
    parents = {group.id: group.parent for group in groups}
    levels = {}
    for group in groups:
        level, above, seen = 2, group.parent, {group.id}
        while above in parents and above not in seen and level < _DEEPEST:
            seen.add(above)
            level, above = level + 1, parents[above]
        levels[group.id] = level
    return levels


def _heading(level: int, text: str, told: list[str]) -> str:
    words = f"\\{text}" if text.startswith("\\") or group_mark(text) else text
    line = f"{'#' * level} {one_line(words)}"
    if heading(line) != (level, words):
        told.append(f"the heading {one_line(text)[:60]} is read otherwise")
    return line


def _block(items: list[Item], told: list[str]) -> Iterator[str]:
    if items:
        yield ""
    for item in items:
        pad = "  " * item.depth
        yield f"{pad}- {_text(item)}"
        if item.note:
            yield ""
            yield from (f"{pad}  {line}" if line else "" for line in _note(item.note, told))
            yield ""


def _text(item: Item) -> str:
    mark = "Con: " if item.mark == CON else ""
    if item.link:
        return f"{mark}[{item.text}](#{item.link})"
    text = unmarked(item.text)
    if text == item.text and (LINK.match(text) or TASK.match(text) or RULE.match(f"- {text}")):
        text = f"\\{text}"
    return f"{mark}{text}"


def _note(note: str, told: list[str]) -> Iterator[str]:
    rows = [row.expandtabs(4).rstrip() for row in _BREAK.split(note)]
    if "\n".join(rows).strip() != note:
        told.append("blanks at the ends of the lines of a remark, and tabs in it, are left out")
    for row in "\n".join(rows).strip().split("\n"):
        special = heading(row) or BULLET.match(row) or FENCE.match(row) or RULE.match(row)
        yield f"\\{row}" if special or row.startswith("\\") else row
