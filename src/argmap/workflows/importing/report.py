"""What became of an import: file by file, and in sum."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from attrs import define, frozen

from argmap.model.findings import Finding
from argmap.workflows.importing.finding import Inputs

_FIRST = re.compile(r"(\d[\d,]*) ")
_PLACES = re.compile(r" \((\d[\d,]*) places(?:, the first is here)?\)\Z")
_FORMS = re.compile(r"\b(?:has|have|is|are|it|they|its|their)\b|s\b")
"""What differs between what is said of one thing and of several."""


class State(StrEnum):
    """What became of a file.

    A *new* map was written; a map that is *there* comes from the same file, and was left alone, whatever its author has
    changed in it since. A file that is *broken* cannot be read; one that is *empty* has no statement.
    """

    NEW = "new"
    THERE = "there"
    BROKEN = "broken"
    EMPTY = "empty"


@frozen
class Outcome:
    """What became of one file.

    Attributes:
        file: Its name, as the user wrote it.
        format: Name of its format.
        state: What became of it.
        target: The file of the map, from the project's folder; empty where there is none.
        statements: How many it has.
        relations: How many it has.
        passages: How many passages and citations were found in their texts, were not, and have no text to look in.
        sources: Ids of the records and texts that were written with it.
        findings: What reading the file found, and what the new file cannot say.
        instead: The name that it would have had, had that not been another's.
    """

    file: str
    format: str
    state: State
    target: str = ""
    statements: int = 0
    relations: int = 0
    passages: tuple[int, int, int] = (0, 0, 0)
    sources: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    instead: str = ""

    @property
    def losses(self) -> list[str]:
        """Return what of the file is not in the map, a sentence for each kind."""
        return [each.message for each in self.findings if each.name in ("lost-in-reading", "lost-in-writing")]

    @property
    def troubles(self) -> list[Finding]:
        """Return what is wrong with the file."""
        return [each for each in self.findings if each.name not in ("lost-in-reading", "lost-in-writing")]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        return {
            "file": self.file,
            "format": self.format,
            "state": self.state.value,
            "map": self.target or None,
            "statements": self.statements,
            "relations": self.relations,
            "passages": dict(zip(("found", "missing", "unverified"), self.passages, strict=True)),
            "sources": list(self.sources),
            "losses": self.losses,
            "findings": [str(each) for each in self.troubles],
        }


@frozen
class Report:
    """What became of an import.

    Attributes:
        outcomes: File by file.
        inputs: What was found to import.
    """

    outcomes: tuple[Outcome, ...]
    inputs: Inputs

    def of(self, state: State) -> list[Outcome]:
        """Return the files of which one thing became."""
        return [each for each in self.outcomes if each.state is state]

    @property
    def formats(self) -> Mapping[str, int]:
        """Return how many maps are in the project now, by the format of their files."""
        return Counter(each.format for each in self.outcomes if each.target)

    @property
    def losses(self) -> list[tuple[str, int]]:
        """Return what was lost, by kind, each with the number of files."""
        return summed(each.losses for each in self.of(State.NEW))

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values."""
        maps = [each for each in self.outcomes if each.target]
        return {
            "formats": dict(self.formats),
            "states": {state.value: len(self.of(state)) for state in State},
            "statements": sum(each.statements for each in maps),
            "relations": sum(each.relations for each in maps),
            "losses": [{"what": what, "files": count} for what, count in self.losses],
            "others": dict(self.inputs.others),
            "files": [each.as_dict() for each in self.outcomes],
        }


def summed(told: Iterable[list[str]]) -> list[tuple[str, int]]:
    """Sum up what was told of several files: each kind of thing once, with all of its number, and how many files.

    Args:
        told: The sentences told of each file, which begin with a number, or end with one of places.

    Example:
        >>> summed([["6 locutions have no place"], ["1 locution has no place", "bold is read as plain (3 places)"]])
        [('7 locutions have no place', 2), ('bold is read as plain (3 places)', 1)]
    """
    kinds: dict[str, _Loss] = {}
    for sentences in told:
        for kind in dict.fromkeys(kinds.setdefault(loss.kind, loss).add(loss) for loss in map(_loss, sentences)):
            kinds[kind].files += 1
    return [(loss.told, loss.files) for loss in kinds.values()]


@define
class _Loss:
    """A kind of loss: what is said of it, how often, and of how many files."""

    kind: str
    words: str
    number: int
    leads: bool
    files: int = 0
    is_plural: bool = False

    def add(self, other: _Loss) -> str:
        """Take another of the kind in, and return the kind."""
        if other is not self:
            self.number += other.number
            if other.is_plural and not self.is_plural:
                self.words, self.is_plural = other.words, True
        return self.kind

    @property
    def told(self) -> str:
        if self.leads:
            return f"{self.number:,} {'' if self.is_plural or self.number == 1 else '× '}{self.words}"
        return self.words if self.number == 1 else f"{self.words} ({self.number:,} places)"


def _loss(sentence: str) -> _Loss:
    first, places = _FIRST.match(sentence), _PLACES.search(sentence)
    found = first or places
    number = int(found[1].replace(",", "")) if found else 1
    words = sentence[first.end() :] if first else sentence[: places.start()] if places else sentence
    kind = _FORMS.sub("", words)
    return _Loss(kind, words, number, leads=bool(first), is_plural=number > 1)
