"""The faults of a text, at their places; where there are very many, the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from attrs import define, field

from argmap.files import Decoded
from argmap.flaws import MANY, Flaws
from argmap.model.findings import Finding, Rule
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.text import LineIndex, Span
from argmap.wording import Nearest, counted, quoted

_FEW = 4
_LINE = re.compile(r"([^\r\n]*)(?:\r\n?|\n|\Z)")
_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word, and where it stands."""

    text: str
    span: Span


@define
class Faults:
    """What is wrong in the text of a framework.

    Attributes:
        decoded: The text.
        flaws: Its faults, and what has no place in a framework.
        unknown: How often each name is used that no argument has, and where first.
    """

    decoded: Decoded
    flaws: Flaws = field(factory=lambda: Flaws(most=MANY))
    unknown: dict[str, tuple[int, Span]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Note what is wrong with the characters of the text."""
        if self.decoded.flaw:
            self.add(self.decoded.flaw, Span(self.decoded.offset, self.decoded.offset))
        zero = self.decoded.text.find("\0")
        if zero >= 0:
            self.add("here is a zero byte, which no text has: remove it", Span(zero, zero + 1))

    def add(self, message: str, span: Span, rule: Rule = SYNTAX) -> None:
        """Note a fault."""
        self.flaws.add(rule, message, span)

    def drop(self, what: str, span: Span) -> None:
        """Note that something counts for nothing; said once for each kind of thing, with the count."""
        self.flaws.drop(what, span)

    def miss(self, name: str, span: Span) -> None:
        """Note that an attack names what is no argument."""
        count, first = self.unknown.get(name, (0, span))
        self.unknown[name] = (count + 1, first)

    def tell_missing(self, known: tuple[str, ...], declare: str) -> None:
        """Note a fault for each name that no argument has.

        Args:
            known: The names of the arguments.
            declare: How an argument is declared, with ``{}`` for its name.
        """
        nearest = Nearest(known)
        for name, (count, span) in self.unknown.items():
            hint = nearest.hint(name, f"declare it with {declare.format(quoted(name)[1:-1])}")
            often = "" if count == 1 else f" ({counted(count, 'time')}, the first is here)"
            self.add(f"{quoted(name)} is no argument: {hint}{often}", span, UNKNOWN_REFERENCE)

    def findings(self, file: str) -> tuple[Finding, ...]:
        """Return the faults as findings of a file, sorted by place."""
        return self.flaws.findings(file, LineIndex(self.decoded.text))


def lines(text: str) -> Iterator[tuple[list[Word], Span]]:
    r"""Go through the lines of a text that have words: the first few, and where the line stands without its space.

    Example:
        >>> [[word.text for word in words] for words, _ in lines("p af 2\r\n\n 1  2")]
        [['p', 'af', '2'], ['1', '2']]
    """
    for line in _LINE.finditer(text):
        found = islice(_WORD.finditer(text, line.start(), line.end(1)), _FEW)
        words = [Word(each[0], Span(*each.span())) for each in found]
        if words:
            yield words, Span(words[0].span.start, line.start() + len(line[1].rstrip()))
