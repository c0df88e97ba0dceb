"""Supposing: what a map would say without some sources and statements, or with a source for some statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import evolve, field, frozen

from argmap.analysis import Analysis
from argmap.errors import CertificateError, UnknownNameError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evaluation.retraction import Flip, flips
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement


class Origin(StrEnum):
    """What grounds come from, and fall with."""

    SOURCE = "source"
    AUTHOR = "author"
    PUBLISHER = "publisher"


@frozen
class Supposition:
    """What is supposed of a map.

    Attributes:
        without: Ids of the sources of which no citation counts.
        dropped: Ids of the statements that have neither a ground nor a support.
        sourced: Ids of the statements that have an independent ground of their own.
    """

    without: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    sourced: frozenset[str] = frozenset()


@frozen
class Change:
    """A statement whose standing or grade changes.

    Attributes:
        id: Of the statement.
        kind: Of the statement.
        standing: What it is, and what it would be.
        grade: What it is, and what it would be.
    """

    id: str
    kind: Kind
    standing: tuple[Standing, Standing]
    grade: tuple[Grade | None, Grade | None]


@frozen(eq=False)
class Supposed:
    """A map as it would be.

    Attributes:
        before: The evaluation of the map as it is.
        after: The evaluation of the map as it would be.
        map: The map as it would be.
        grades: Those of its citations.
    """

    before: Evaluation = field(repr=False)
    after: Evaluation = field(repr=False)
    map: ArgumentMap = field(repr=False)
    grades: Grades = field(repr=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what changes, in the order of the map."""
        return tuple(self._changes())

    @property
    def flips(self) -> tuple[Flip, ...]:
        """Return the statements whose standing changes, in the order of the map."""
        return flips(self.before.standings, self.after.standings)

    def certify(self) -> None:
        """Check every standing of the map as it would be, by code that shares nothing with what found them.

        Raises:
            CertificateError: Something is wrong, which is a bug in argmap.
        """
        wrong = self.after.certify(self.map, self.grades)
        if wrong:
            raise CertificateError(wrong)

    def _changes(self) -> Iterator[Change]:
        for statement in self.before.graph.statements:
            if statement.id in self.before:
                old, new = self.before[statement.id], self.after[statement.id]
                if (old.standing, old.grade) != (new.standing, new.grade):
                    yield Change(statement.id, statement.kind, (old.standing, new.standing), (old.grade, new.grade))


def suppose(analysis: Analysis, supposition: Supposition, basis: Basis) -> Supposed:
    """Evaluate a map as it would be.

    Args:
        analysis: The map as it is.
        supposition: What is supposed; what it names and the map does not have is left aside.
        basis: Which grounds count. Where uncited leaves are granted, what is dropped would count as one.
    """
    statements = [_supposed(statement, supposition) for statement in analysis.map.statements]
    relations = [
        r for r in analysis.map.relations if r.kind is not RelationKind.SUPPORT or r.target not in supposition.dropped
    ]
    m = evolve(analysis.map, statements=tuple(statements), relations=tuple(relations))
    grades = {**analysis.grades, **{_ground(name).id: Grade.INDEPENDENT for name in supposition.sourced}}
    return Supposed(analysis.evaluation.of(basis), evaluate(m, grades, basis), m, grades)


def _supposed(statement: Statement, supposition: Supposition) -> Statement:
    citations = [citation for citation in statement.citations if citation.source not in supposition.without]
    if statement.id in supposition.dropped:
        kind = Kind.CLAIM if statement.kind is Kind.ASSUMPTION else statement.kind
        return evolve(statement, kind=kind, citations=())
    if statement.id in supposition.sourced:
        citations.append(_ground(statement.id))
    return evolve(statement, citations=tuple(citations))


def _ground(statement: str) -> Citation:
    """Return the citation that is supposed for a statement."""
    return Citation(f"{statement}@(supposed)", "(supposed)")


def origins(analysis: Analysis) -> Mapping[tuple[Origin, str], tuple[str, ...]]:
    """Return the sources that a map cites, by what falls with them: each by itself, those of an author, of a publisher.

    Two spellings of a name are one where they differ in case and spaces alone.
    """
    cited = dict.fromkeys(citation.source for statement in analysis.map for citation in statement.citations)
    found: dict[tuple[Origin, str], tuple[str, ...]] = {(Origin.SOURCE, source): (source,) for source in cited}
    for origin in (Origin.PUBLISHER, Origin.AUTHOR):
        for name, sources in _by_name(origin, (analysis.sources[s] for s in cited if s in analysis.sources)).items():
            found[origin, name] = tuple(sources)
    return found


def sources_of(origin: Origin, name: str, sources: Collection[Source]) -> frozenset[str]:
    """Return the ids of the sources of an author or a publisher.

    Raises:
        UnknownNameError: There is none.
    """
    by_name = _by_name(origin, sources)
    found = [ids for each, ids in by_name.items() if _folded(each) == _folded(name)]
    if not found:
        raise UnknownNameError(origin, name, by_name)
    return frozenset(found[0])


def _by_name(origin: Origin, sources: Iterable[Source]) -> dict[str, list[str]]:
    """Return the ids of sources by the name of an author or publisher, as it is spelt first."""
    spelt: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for source in sources:
        names = source.authors if origin is Origin.AUTHOR else (source.publisher or "",)
        for name in dict.fromkeys(spelt.setdefault(_folded(each), each) for each in names if each.strip()):
            found.setdefault(name, []).append(source.id)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
