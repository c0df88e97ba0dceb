"""From an OPML outline (OPML 2.0, http://opml.org/spec2.opml) to a map."""

from __future__ import annotations

from typing import Any

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._annex import write_annex
from argmap.formats._xml import Element, decoded, elements
from argmap.formats.outlines._items import Item, Meaning, group_mark, marked, one_line
from argmap.model.document import ArgumentMap
from argmap.model.origin import Origin
from argmap.text import LineIndex

SAME = "same"
"""The attribute of an outline that stands for another one: the id of its statement."""
_READ = ("text", "_note", SAME)


def read_map(data: bytes, file: str) -> ArgumentMap:
    """Read a map from an outline; raises `ConvertError` where it is no XML, or no OPML."""
    flaws = Flaws(decoded(data))
    found = elements(flaws)
    if not found or found[0].name != "opml":
        raise ConvertError("this is no OPML: its outermost element is not <opml>")
    items, attributes = _items(found, flaws)
    meaning = Meaning(flaws)
    meaning.make(items)
    head = [[each.name, each.text.strip()] for each in found if each.parent >= 0 and found[each.parent].name == "head"]
    title = next((text for name, text in head if name == "title"), "")
    kept = {meaning.ids[number]: each for number, each in enumerate(attributes) if each and number in meaning.ids}
    annex: dict[str, Any] = {"head": [each for each in head if each[0] != "title"], "attributes": kept}
    lines = LineIndex(flaws.text)
    return ArgumentMap(
        title=one_line(title),
        statements=tuple(meaning.statements),
        relations=tuple(meaning.relations),
        annex=write_annex("opml", annex),
        origin=Origin(file, "opml", lines, findings=flaws.findings(file, lines)),
    )


def _items(found: list[Element], flaws: Flaws) -> tuple[list[Item], list[dict[str, str]]]:
    """Return the outlines as items, and what attributes they have that a map has no place for."""
    items: list[Item] = []
    attributes: list[dict[str, str]] = []
    depths: dict[int, int] = {}
    for number, each in enumerate(found):
        if each.name != "outline" or (each.parent not in depths and found[each.parent].name != "body"):
            continue
        depth = depths.get(each.parent, 0)
        if each.attributes.get("isComment") == "true":
            flaws.drop("outlines that are comments are not kept, nor what stands inside them", each.at)
            continue
        text = one_line(each.attributes.get("text", each.attributes.get("title", "")))
        mark, rest = marked(text)
        if mark and not depth:
            mark, rest = "", text
        if not rest:
            flaws.drop("outlines without a text are not kept; what stands inside them stands where they do", each.at)
            depths[number] = depth
            continue
        depths[number] = depth + 1
        note = each.attributes.get("_note", "").strip() or None
        below = "" if mark else group_mark(text)
        items.append(Item(depth, rest, mark, note, each.attributes.get(SAME, ""), below=below, span=each.at))
        others = {name: value for name, value in each.attributes.items() if name not in _READ}
        if others:
            flaws.drop("attributes of outlines have no place in a map; they are kept for writing OPML again", each.at)
        attributes.append(others)
    return items, attributes
