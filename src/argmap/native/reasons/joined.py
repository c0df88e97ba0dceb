"""Ids of reasons that are joined: by ``+``, or as they are not read, by commas or words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.flaws import Flaws
from argmap.native import values
from argmap.native.citation import ID
from argmap.native.tree import Node, Scalar, Sequence, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_JOINED = re.compile(r" ?[,;&] ?(?:(?:and|und|et|y|e|и) )?| (?:and|und|et|y|и) ")


def unjoined(node: Node, target: str, flaws: Flaws) -> Iterator[Node]:
    """Go through the items of a list of reasons; ids that are joined by commas or words are slips, and read as items.

    Args:
        node: The list, or its only item.
        target: Id of what they are reasons for or against.
        flaws: Where slips are noted.
    """
    for item in values.items(node, flaws):
        joined = _parts(item)
        if len(joined) < 2 or not all(map(ID.match, joined)):
            yield item
            continue
        each = "write an item for each"
        if item is node:
            each = f"write [{', '.join(joined)}]"
        elif isinstance(node, Sequence) and node.flow:
            each = f"write {', '.join(joined)}"
        linked = " + ".join(joined)
        message = f"ids are not joined so: {each} for reasons of their own, or {linked} where they only work together"
        flaws.add(WRONG_VALUE, message, span(item), target)
        yield from (Scalar(name, item.start, item.end) for name in joined)


def _parts(item: Node) -> list[str]:
    """Take a text apart at commas and words; one id, as most items are, has no parts."""
    if type(item) is not Scalar or not item.value or ID.match(item.value):
        return []
    return _JOINED.split(" ".join(item.value.split()))


def linked(node: Scalar, target: str, flaws: Flaws) -> list[str]:
    """Read ids joined by ``+``; one that is missing is a slip.

    Args:
        node: The text.
        target: Id of what they are reasons for or against.
        flaws: Where slips are noted.
    """
    value = node.value or ""
    names = [name.strip() for name in value.split("+")]
    if not all(names):
        message = f"an id is missing in {values.shown(value)}: write 'a + b' for linked statements"
        flaws.add(WRONG_VALUE, message, span(node), target)
    return [name for name in names if name]
