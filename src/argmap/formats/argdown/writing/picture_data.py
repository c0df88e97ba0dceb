"""The data and front matter of a written file that say how its map is drawn.

What settings selected, closed and coloured is written where it belongs: ``isInMap``, ``isClosed`` and ``color`` follow
the statement, argument or heading that they are about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from argmap.flaws import Flaw
from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Label, Look
from argmap.model.statements import Kind

_WRITTEN = ("selection:", "map:", "color:", "group: sections", "group: regroup", "isInMap", "isClosed", "color")


def look_of(m: ArgumentMap) -> Look:
    """Return how a map is to be drawn."""
    return (m.origin.look if m.origin else None) or PLAIN


def data_of_node(look: Look, name: str) -> dict[str, Any]:
    """Return the data that says how a statement or an argument is drawn."""
    data: dict[str, Any] = {"isInMap": False} if name in look.hidden else {}
    return data | ({"color": look.colours[name]} if name in look.colours else {})


def data_of_group(look: Look, name: str) -> dict[str, Any]:
    """Return the data that says how a section is drawn."""
    data: dict[str, Any] = {"isClosed": True} if name in look.closed else {}
    return data | ({"color": look.group_colours[name]} if name in look.group_colours else {})


def map_settings(m: ArgumentMap) -> dict[str, Any]:
    """Return the settings under ``map:``."""
    look = look_of(m)
    settings: dict[str, Any] = {}
    for key, are_arguments in (("statementLabelMode", False), ("argumentLabelMode", True)):
        ids = {s.id for s in m.statements if (s.kind is Kind.ARGUMENT) is are_arguments}
        labels = {look.labels[name] for name in ids if name in look.labels}
        has_title = any(
            s.title is not None and look.labels.get(s.id) is Label.TEXT for s in m.statements if s.id in ids
        )
        for label in (Label.NONE, Label.TITLE, *([Label.TEXT] if has_title else [])):
            if label in labels:
                settings.setdefault(key, label.value)
    return settings | ({"addTags": True} if look.shows_tags else {})


def lost(m: ArgumentMap, named: Collection[str]) -> Iterator[Flaw]:
    """Yield what a written file cannot say about how its map is drawn.

    Args:
        m: The map.
        named: Ids of the steps that are written as arguments with a title.
    """
    look = look_of(m)
    unkept = [name for name in look.settings if name not in _WRITTEN]
    if unkept:
        yield Flaw(f"what says how the map is drawn is not kept: {', '.join(unkept)}")
    if look.key:
        yield Flaw("the colours of tags are kept as the colours of what has the tags")
    unnamed = {r.id for r in m.relations if r.id not in named}
    steps = unnamed & (look.hidden | look.colours.keys())
    if steps:
        what = "an argument" if len(steps) == 1 else f"{len(steps)} arguments"
        yield Flaw(f"the colour or selection of {what} without a title is not kept")
