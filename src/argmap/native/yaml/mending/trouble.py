"""Where YAML's parser stops, and how reading goes on."""

from __future__ import annotations

import re

from attrs import frozen

from argmap.native.yaml.mending.draft import Draft
from argmap.native.yaml.mending.lines import block

_KNOWN = re.compile(
    r"expected |(?:could|did) not find |(?:(?:block )?sequence entries|mapping (?:keys|values)) are not allowed"
    r"|duplicate tag handle|found (?:character|duplicate|incompatible|undefined|unexpected|unknown)"
    r"|found a tab|found an indentation|found an incorrect|found extremely long version|found invalid Unicode"
)
"""What libyaml and PyYAML's own parser say of a text that is not YAML."""


@frozen
class Trouble:
    """A place where the parser stopped; lines and columns count from 0.

    Attributes:
        draft: The text.
        number: The line.
        column: The column.
        problem: What the parser says.
        context: What it was doing.
        opened: Line and column where it began to do so.
        read: How many characters it read to get here.
    """

    draft: Draft
    number: int
    column: int
    problem: str
    context: str
    opened: tuple[int, int] | None
    read: int

    @property
    def is_known(self) -> bool:
        """Whether the parser stopped at something that a repair may be found for, not at a limit of its own."""
        return _KNOWN.match(self.problem) is not None


@frozen
class Repair:
    """A slip named, and how to go on.

    Attributes:
        message: What is wrong and what to write instead.
        place: Line, and from which to before which column.
        edits: Line, from which to before which column, and what to put there; none where there is no going on.
    """

    message: str
    place: tuple[int, int, int]
    edits: tuple[tuple[int, int, int, str], ...]


def dropped(t: Trouble, number: int, message: str) -> Repair:
    """Leave out a line, and what is indented deeper below it."""
    indent = t.draft.indent(number)
    place = (number, indent, len(t.draft.line(number).rstrip()))
    if t.draft.is_blank(number):
        return Repair(message, place, ())
    lines = [number, *block(t.draft, number, indent)]
    return Repair(message, place, tuple((n, t.draft.indent(n), t.draft.indent(n), "#") for n in lines))
