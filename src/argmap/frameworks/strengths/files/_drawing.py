"""What a text draws: arguments with base scores, attacks and supports, each with its place."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from attrs import define, field

from argmap.flaws import Flaws
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.model.findings import Rule
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_reference import RULE as UNKNOWN_REFERENCE
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import LineIndex, Span
from argmap.wording import Nearest, quoted

_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_RANGE = "a base score is a number from 0 to 1, such as 0.5"


class Word(NamedTuple):
    """A word, and where it stands."""

    text: str
    span: Span


@define
class Drawing:
    """What has been read of a text so far.

    Attributes:
        flaws: The text, and what is wrong in it.
        bases: The base score of each argument, by its name.
        attacks: The attacks, by attacker and target, with where each stands.
        supports: The supports, by supporter and target, with where each stands.
    """

    flaws: Flaws
    bases: dict[str, float] = field(factory=dict)
    attacks: dict[tuple[str, str], tuple[Word, Word]] = field(factory=dict)
    supports: dict[tuple[str, str], tuple[Word, Word]] = field(factory=dict)
    _places: dict[str, Span] = field(factory=dict)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self.flaws.text)

    def add(self, message: str, span: Span, rule: Rule = SYNTAX) -> None:
        """Note a flaw."""
        self.flaws.add(rule, message, span)

    def argument(self, name: Word, base: Word) -> None:
        """Take an argument in; of one that comes again, the first counts."""
        if name.text in self.bases:
            line = self._lines.position(self._places[name.text].start).line
            self.add(f"{quoted(name.text)} has a base score already, in line {line}", name.span, DUPLICATE_ID)
            return
        self._places[name.text] = name.span
        self.bases[name.text] = self._base(base)

    def _base(self, word: Word) -> float:
        """Return the base score that a word is; 0.5 for one that is none."""
        if not _NUMBER.fullmatch(word.text):
            self.add(f"{quoted(word.text)} is no number: {_RANGE}", word.span, WRONG_VALUE)
            return 0.5
        value = float(word.text)
        if not 0 <= value <= 1:
            self.add(f"{word.text[:30]} is out of range: {_RANGE}", word.span, WRONG_VALUE)
            return 0.5
        return abs(value)  # of -0, 0

    def relation(self, kind: str, source: Word, target: Word) -> None:
        """Take an attack or a support in; one that comes again counts once, and that is told."""
        drawn = self.attacks if kind == "attack" else self.supports
        pair = source.text, target.text
        if pair in drawn:
            self.flaws.drop(f"an {kind} that is drawn twice counts once".replace("an s", "a s"), source.span)
        drawn.setdefault(pair, (source, target))

    def graph(self) -> BipolarGraph:
        """Return the graph, and note what names no argument."""
        nearest = Nearest(tuple(self.bases))
        missing: dict[str, Span] = {}
        for drawn in (self.attacks, self.supports):
            for word in (word for words in drawn.values() for word in words if word.text not in self.bases):
                missing.setdefault(word.text, word.span)
        for name, span in missing.items():
            hint = nearest.hint(name, f"declare it with {self.declared(name)}")
            self.add(f"{quoted(name)} is no argument: {hint}", span, UNKNOWN_REFERENCE)
        attacks, supports = (
            [pair for pair in drawn if missing.keys().isdisjoint(pair)] for drawn in (self.attacks, self.supports)
        )
        for pair in filter(self.supports.__contains__, self.attacks):
            self.flaws.drop("one argument both attacks and supports another", self.attacks[pair][0].span)
        return BipolarGraph.of(self.bases, attacks, supports)

    def declared(self, name: str) -> str:
        """Return how an argument of that name is declared."""
        return f'"{name[:30]}": 0.5' if self.flaws.text.lstrip().startswith("{") else f"arg({name[:30]}, 0.5)"
