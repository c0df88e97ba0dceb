"""Running one check over a map given as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from attrs import evolve, frozen

from argmap.analysis import Analysis
from argmap.checks import Survey
from argmap.evidence.lockfile import Lock, Review
from argmap.evidence.locks.recording import make_lock
from argmap.evidence.locks.review import Fingerprints
from argmap.evidence.passages.resolve import resolve
from argmap.flaws import Flaw
from argmap.formats.yaml import read
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.workflows.rules import all_checks

CHECKS = {rule.name.replace("-", "_"): check for rule, check in all_checks().items()}


@frozen
class Given:
    """A project that stands in no folder.

    Attributes:
        records: Its source records by id.
        known: The texts of the sources.
        lock: Its lock.
    """

    records: Mapping[str, Source]
    known: Mapping[str, str]
    lock: Lock | None = None

    def texts(self, wanted, _):
        """Return the texts of some sources; each can be used."""
        return {source.id: self.known[source.id] for source in wanted if source.id in self.known}, []

    def relative(self, file):
        """Return the path of a file: the project is everywhere."""
        return file


@frozen
class Inspector:
    """Makes subjects, and runs checks by name."""

    def subject(
        self,
        given: str | ArgumentMap,
        texts: Mapping[str, str] | None = None,
        records: tuple[Source, ...] = (),
        locked: Mapping[str, str] | None = None,
        before: str | None = None,
    ) -> Analysis:
        """Read, resolve and evaluate a map; its passages may be locked in other texts, and another map reviewed."""
        m = read(given, "map.yaml") if isinstance(given, str) else given
        sources = {source.id: source for source in (*records, *m.sources)}
        lock = make_lock(resolve(m, sources, locked), locked) if locked else None
        if before:
            lock = evolve(lock or Lock(), reviews=self.reviews(self.subject(before)))
        return Analysis(m, Given({source.id: source for source in records}, texts or {}, lock))

    def flaws(
        self,
        name: str,
        given: str | ArgumentMap,
        texts: Mapping[str, str] | None = None,
        locked: Mapping[str, str] | None = None,
        before: str | None = None,
        records: tuple[Source, ...] = (),
    ) -> list[Flaw]:
        """Run a check over one map."""
        subject = self.subject(given, texts, records, locked=locked, before=before)
        return list(CHECKS[name].run(subject))

    def reviews(self, seen: Analysis) -> dict[tuple[str, str], Review]:
        """Review every statement of a map as it is."""
        now = Fingerprints.of(seen.graph, seen.sources, seen.texts, seen.resolutions)
        return {
            ("map.yaml", name): Review("map.yaml", name, now.own[name], now.cone[name], "A. Reader", "2026-11-30")
            for name in now.own
        }

    def messages(self, name: str, given: str | ArgumentMap, texts: Mapping[str, str] | None = None) -> list[str]:
        """Return only the messages."""
        return [flaw.message for flaw in self.flaws(name, given, texts)]

    def surveyed(self, name: str, *subjects: Analysis, records: tuple[Source, ...], complete: bool = True) -> list[str]:
        """Run what a check finds across maps, and give the messages."""
        survey = Survey(subjects, {record.id: record for record in records}, complete)
        return [flaw.message for flaw in CHECKS[name].survey(survey)]


@pytest.fixture
def inspector() -> Inspector:
    """Return what runs checks."""
    return Inspector()


@pytest.fixture
def messages(inspector: Inspector) -> Callable[..., list[str]]:
    """Return the function that runs a check over a map and gives its messages."""
    return inspector.messages
