"""Numbers that a map says: how much a reason or a citation weighs, and how likely a statement is to its author."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from argmap.flaws import Flaw, Flaws
from argmap.model.document import ArgumentMap
from argmap.native import values
from argmap.native.tree import Node, Scalar, span
from argmap.rules.wrong_value import RULE as WRONG_VALUE

_NUMBER = re.compile(r"(?:\d+\.?|\d*\.\d+)(?:e[+-]?\d{1,3})?", re.ASCII | re.IGNORECASE)
_COMMA = re.compile(r"(\d*),\s*(\d+)", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%", re.ASCII)
_LONGEST = 400


@frozen
class Measure:
    """What numbers a key takes.

    Attributes:
        key: The key.
        range: The numbers, in words.
        zero: What to say of 0, where it is none of them.
    """

    key: str
    range: str
    zero: str | None = None

    def holds(self, number: float) -> bool:
        """Tell whether a number is one of them.

        Example:
            >>> WEIGHT.holds(1.0), WEIGHT.holds(0.0), CREDENCE.holds(0.0), CREDENCE.holds(float("nan"))
            (True, False, True, False)
        """
        return 0 <= number <= 1 and (number > 0 or self.zero is None)

    def read(self, node: Node, flaws: Flaws, owner: str | None = None) -> float | None:
        """Read a number; what is none is a slip."""
        text = node.value if isinstance(node, Scalar) else None
        number = self.parse(text) if text else None
        if number is None:
            flaws.add(WRONG_VALUE, self.wrong(text or "", values.described(node)), span(node), owner)
        return number

    def parse(self, text: str) -> float | None:
        """Return the number that a text says; None where it says none.

        Example:
            >>> [WEIGHT.parse(text) for text in ("0.7", ".7", "1", "0", "1.2", "nan", "70%")]
            [0.7, 0.7, 1.0, None, None, None, None]
        """
        text = text.strip()
        if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
            return None
        number = float(text)
        return number if self.holds(number) else None

    def wrong(self, text: str, what: str) -> str:
        """Say what to write instead of a text that says no such number.

        Args:
            text: The text.
            what: The same, for messages.

        Example:
            >>> WEIGHT.wrong("0,7", "'0,7'")
            "'weight' takes a number above 0 and up to 1, and this is '0,7': write 0.7"
            >>> CREDENCE.wrong("high", "'high'")
            "'credence' takes a number from 0 to 1, such as 0.7, and this is 'high'"
        """
        meant = self._meant(text.strip())
        such = "" if meant else ", such as 0.7"
        return f"{self.key!r} takes a number {self.range}{such}, and this is {what}{f': {meant}' if meant else ''}"

    def _meant(self, text: str) -> str | None:
        comma, percent = _COMMA.fullmatch(text), _PERCENT.fullmatch(text)
        found = f"{comma[1] or 0}.{comma[2]}" if comma else f"{float(percent[1]) / 100:.6g}" if percent else ""
        if self.parse(found) is not None:
            return f"write {found}"
        is_zero = bool(_NUMBER.fullmatch(text)) and len(text) <= _LONGEST and float(text) == 0
        return self.zero if is_zero else None


WEIGHT = Measure("weight", "above 0 and up to 1", "leave out a reason that weighs nothing")
CREDENCE = Measure("credence", "from 0 to 1")


def write(number: float) -> str:
    """Write a number so that it is read again.

    Example:
        >>> write(0.7), write(1.0), write(-0.0)
        ('0.7', '1', '0')
    """
    return str(int(number)) if number in (0, 1) else repr(number)


def lost(m: ArgumentMap) -> Iterator[Flaw]:
    """Report the numbers that code has made and no document may hold."""
    for relation in m.relations:
        if relation.weight is not None and not relation.is_step:
            yield Flaw(f"the weight of {relation.id!r} is not kept: it is no reason for or against", node=relation.id)
    steps = [(relation.id, relation.weight) for relation in m.relations if relation.is_step]
    citations = [(citation.id, citation.weight) for statement in m.statements for citation in statement.citations]
    credences = [(statement.id, statement.credence) for statement in m.statements]
    for measure, found in ((WEIGHT, steps + citations), (CREDENCE, credences)):
        for name, number in found:
            if number is not None and not measure.holds(number):
                yield Flaw(f"the {measure.key} of {name!r} is not kept: {number} is not {measure.range}", node=name)
