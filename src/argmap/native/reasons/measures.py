"""How much a reason or a citation weighs: a number above 0 and up to 1."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.flaws import Flaw, Flaws
from argmap.model.document import ArgumentMap
from argmap.native import values
from argmap.native.tree import Node, Scalar, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_NUMBER = re.compile(r"(?:\d+\.?|\d*\.\d+)(?:e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_COMMA = re.compile(r"(\d*),\s*(\d+)", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%", re.ASCII)
_LONGEST = 400


def read(node: Node, flaws: Flaws, owner: str | None = None) -> float | None:
    """Read a weight; what is none is a slip."""
    text = node.value if isinstance(node, Scalar) else None
    weight = parse(text) if text else None
    if weight is None:
        flaws.add(WRONG_VALUE, wrong(text or "", values.described(node)), span(node), owner)
    return weight


def parse(text: str) -> float | None:
    """Return the weight that a text says; None where it says none.

    Example:
        >>> parse("0.7"), parse(".7"), parse("1"), parse("0"), parse("1.2"), parse("nan"), parse("70%")
        (0.7, 0.7, 1.0, None, None, None, None)
    """
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    weight = float(text)
    return weight if is_weight(weight) else None


def is_weight(weight: float) -> bool:
    """Tell whether a number is a weight."""
    return 0 < weight <= 1


def wrong(text: str, what: str) -> str:
    """Say what to write instead of a text that says no weight.

    Args:
        text: The text.
        what: The same, for messages.

    Example:
        >>> wrong("0,7", "'0,7'")
        "'weight' takes a number above 0 and up to 1, and this is '0,7': write 0.7"
        >>> wrong("high", "'high'")
        "'weight' takes a number above 0 and up to 1, such as 0.7, and this is 'high'"
    """
    meant = _meant(text.strip())
    such = "" if meant else ", such as 0.7"
    return f"'weight' takes a number above 0 and up to 1{such}, and this is {what}{f': {meant}' if meant else ''}"


def _meant(text: str) -> str | None:
    comma, percent = _COMMA.fullmatch(text), _PERCENT.fullmatch(text)
    found = f"{comma[1] or 0}.{comma[2]}" if comma else f"{float(percent[1]) / 100:.6g}" if percent else ""
    if parse(found) is not None:
        return f"write {found}"
    is_zero = bool(_NUMBER.fullmatch(text)) and len(text) <= _LONGEST and float(text) == 0
    return "leave out a reason that weighs nothing" if is_zero else None


def write(weight: float) -> str:
    """Write a weight so that it is read again.

    Example:
        >>> write(0.7), write(1.0)
        ('0.7', '1')
    """
    return "1" if weight == 1 else repr(weight)


def lost(m: ArgumentMap) -> Iterator[Flaw]:
    """Report the weights that code has made and no document may hold."""
    for relation in m.relations:
        if relation.weight is not None and not relation.is_step:
            yield Flaw(f"the weight of {relation.id!r} is not kept: it is no reason for or against", node=relation.id)
    found = [(relation.id, relation.weight) for relation in m.relations if relation.is_step]
    found += [(citation.id, citation.weight) for statement in m.statements for citation in statement.citations]
    for name, weight in found:
        if weight is not None and not is_weight(weight):
            yield Flaw(f"the weight of {name!r} is not kept: {weight} is not above 0 and up to 1", node=name)
