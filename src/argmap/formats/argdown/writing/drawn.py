"""How a map is drawn, as the data and front matter that say so in a written file.

What was selected, closed and coloured by settings is written where it belongs: ``isInMap``, ``isClosed`` and ``color``
behind the statement, argument or heading that they are about.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from argmap.model.document import ArgumentMap
from argmap.model.look import PLAIN, Label, Look
from argmap.model.statements import Kind

_WRITTEN = ("selection:", "map:", "color:", "group: sections", "group: regroup", "isInMap", "isClosed", "color")


def look_of(m: ArgumentMap) -> Look:
    """Give how a map is to be drawn."""
    return (m.origin.look if m.origin else None) or PLAIN


def data_of_node(look: Look, name: str) -> dict[str, Any]:
    """Give the data that says how a statement or an argument is drawn."""
    data: dict[str, Any] = {"isInMap": False} if name in look.hidden else {}
    return data | ({"color": look.colours[name]} if name in look.colours else {})


def data_of_group(look: Look, name: str) -> dict[str, Any]:
    """Give the data that says how a section is drawn."""
    data: dict[str, Any] = {"isClosed": True} if name in look.closed else {}
    return data | ({"color": look.group_colours[name]} if name in look.group_colours else {})


def map_settings(m: ArgumentMap) -> dict[str, Any]:
    """Give what stands under ``map:``."""
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


def lost(m: ArgumentMap, named: Collection[str]) -> Iterator[str]:
    """Say what of how a map is drawn a written file does not have.

    Args:
        m: The map.
        named: Ids of the steps that are written as arguments with a title.
    """
    look = look_of(m)
    unkept = [name for name in look.settings if name not in _WRITTEN]
    if unkept:
        yield f"what says how the map is drawn is not kept: {', '.join(unkept)}"
    if look.key:
        yield "the colours of tags are kept as those of what bears them"
    unnamed = {r.id for r in m.relations if r.id not in named}
    steps = unnamed & (look.hidden | look.colours.keys())
    if steps:
        what = "an argument" if len(steps) == 1 else f"{len(steps)} arguments"
        yield f"the colour or selection of {what} without a title is not kept"
