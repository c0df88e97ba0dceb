"""From a map to an OPML outline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._annex import annex_of, fitting
from argmap.formats._parts import kept
from argmap.formats._xml import forbidden, in_attribute, in_element
from argmap.formats.outlines._items import CON, Item, items_of, one_line, unmarked
from argmap.formats.outlines.opml.reading import SAME
from argmap.model.document import ArgumentMap

_KEEPS = ("titles", "notes", "supports", "attacks")
_ANNEX = {"head": [(str, str)], "attributes": {str: {str: str}}}
_NAME = re.compile(r"[A-Za-z_][\w.\-]*\Z", re.ASCII)
_DEEPEST_INDENT = 50


def write_map(m: ArgumentMap) -> Writing:
    """Write a map as an outline, and say what it cannot hold beside the parts that it does not keep."""
    told: list[str] = []
    text = "".join(f"{line}\n" for line in _lines(kept(m, _KEEPS), fitting(annex_of(m, "opml"), _ANNEX), told))
    return Writing(text, unwritten(dict.fromkeys(told)))


def _lines(m: ArgumentMap, annex: dict[str, Any], told: list[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<opml version="2.0">'
    yield "  <head>"
    title = _whole(one_line(m.title), told)
    if title != m.title:
        told.append("the title is written on one line")
    yield f"    <title>{in_element(title)}</title>"
    for name, text in annex.get("head", ()):
        if _NAME.match(name):
            yield f"    <{name}>{in_element(_whole(text, told))}</{name}>"
    yield "  </head>"
    yield "  <body>"
    yield from _outlines(m, annex.get("attributes", {}), told)
    yield "  </body>"
    yield "</opml>"


def _outlines(m: ArgumentMap, attributes: dict[str, dict[str, str]], told: list[str]) -> Iterator[str]:
    items = [*items_of(m, told), (Item(0, ""), "")]
    for (item, name), (after, _) in pairwise(items):
        begin = _outline(item, attributes.get(name, {}) if not item.link else {}, told)
        if after.depth > item.depth:
            yield f"{_indent(item.depth)}{begin}>"
        else:
            yield f"{_indent(item.depth)}{begin}/>"
            yield from (f"{_indent(depth)}</outline>" for depth in range(item.depth - 1, after.depth - 1, -1))


def _outline(item: Item, others: dict[str, str], told: list[str]) -> str:
    text = unmarked(item.text)
    said = {"text": f"Con: {text}" if item.mark == CON else text}
    if item.note:
        said["_note"] = item.note
        if item.note != item.note.strip():
            told.append("blanks at the ends of a remark are left out")
    if item.link:
        said[SAME] = item.link
    said |= {name: value for name, value in others.items() if name not in said and _NAME.match(name)}
    written = " ".join(f'{name}="{in_attribute(_whole(value, told))}"' for name, value in said.items())
    return f"<outline {written}"


def _indent(depth: int) -> str:
    """Return the blanks before a line; those of a very deep outline would be most of the file."""
    return "  " * (min(depth, _DEEPEST_INDENT) + 2)


def _whole(text: str, told: list[str]) -> str:
    """Return a text as XML can hold it."""
    whole = forbidden(text)
    if whole != text:
        told.append("characters that XML cannot hold are written as U+FFFD")
    return whole
