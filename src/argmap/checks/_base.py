"""What a check module declares, and what its function is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.evaluation.verdict import Evaluation
from argmap.evidence.locks.lockfile import Lock
from argmap.evidence.passages.resolution import Resolution, Resolutions
from argmap.graph import Graph
from argmap.model.citations import Citation, Passage
from argmap.model.document import ArgumentMap
from argmap.model.findings import Severity
from argmap.model.sources import Source
from argmap.model.statements import Statement
from argmap.text import Span


@frozen
class Subject:
    """A map with everything that was worked out about it.

    Attributes:
        map: The map.
        graph: Its look-ups.
        sources: Every known source by id: the map's own and the project's.
        texts: The text of each source whose text is at hand, by id.
        resolutions: What became of each passage and citation.
        evaluation: Grounding and standing.
        lock: What the passages held when they were last verified; None in a project without a lock.
        path: Path of the map's file from the project's folder, and its block's number; empty for one made in code.
    """

    map: ArgumentMap
    graph: Graph
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    resolutions: Resolutions
    evaluation: Evaluation
    lock: Lock | None = None
    path: str = ""

    @cached_property
    def places(self) -> tuple[tuple[Statement, Passage | Citation, Resolution], ...]:
        """Give the passages and citations of the map, in order, with what became of each."""
        found: list[tuple[Statement, Passage | Citation, Resolution]] = []
        for statement in self.graph.statements:
            places: tuple[Passage | Citation, ...] = (*statement.passages, *statement.citations)
            for place in places:
                resolution = self.resolutions.get((place.source, place.selector))
                if resolution is not None:
                    found.append((statement, place, resolution))
        return tuple(found)

    @cached_property
    def undefined(self) -> frozenset[str | None]:
        """Give the statements that are only referred to; that each needs a text, its reader has said."""
        findings = self.map.origin.findings if self.map.origin else ()
        return frozenset(finding.node for finding in findings if finding.name == "unknown-reference")


@frozen
class Survey:
    """All maps of a run and the source records of their project, for what no single map can tell.

    Attributes:
        subjects: The maps.
        records: The source records of the project, by id.
        complete: Whether these are all the maps of the project.
    """

    subjects: tuple[Subject, ...]
    records: Mapping[str, Source]
    complete: bool


@frozen
class Flaw:
    """One flaw, before the rule's code and the file's place are put to it.

    Attributes:
        message: What was found and what would be right.
        span: Where, in the file of the map, or of ``source`` where that is given.
        node: Id of the statement, relation or source it is about.
        source: The source record whose file it stands in.
    """

    message: str
    span: Span | None = None
    node: str | None = None
    source: Source | None = None


@frozen
class Check:
    """A module's declaration of the flaw it looks for; the module's name in kebab case is the rule's name.

    Attributes:
        code: ``AM`` and three digits.
        severity: What a finding counts for.
        run: Finds the flaws of one map; None for what only a reader can see.
        survey: Finds the flaws that only show across maps.
        default: Whether it runs unless it is asked for.
    """

    code: str
    severity: Severity
    run: Callable[[Subject], Iterator[Flaw]] | None = None
    survey: Callable[[Survey], Iterator[Flaw]] | None = field(default=None)
    default: bool = True
