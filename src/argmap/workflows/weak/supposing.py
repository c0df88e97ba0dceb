"""Supposing: what a map would say without some sources and statements, or with a source for some statements."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from argmap.analysis import Analysis
from argmap.errors import CertificateError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evaluation.prospects.retraction import Flip, flips
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind, Statement


@frozen
class Supposition:
    """What is supposed of a map.

    Attributes:
        without: Ids of the sources of which no citation counts.
        dropped: Ids of the statements that have neither a ground nor a support.
        steps: Ids of the supports, attacks and undercuts that are not there.
        grounds: Ids of the citations that do not count, and of the statements that are not assumed.
        sourced: Ids of the statements that have an independent ground of their own.
    """

    without: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    grounds: frozenset[str] = frozenset()
    sourced: frozenset[str] = frozenset()


@frozen
class Change:
    """A statement whose standing changes, or the grade of what it stands on.

    Attributes:
        id: Of the statement.
        kind: Of the statement.
        standing: What it is, and what it would be.
        grade: What it is, and what it would be.
        stands_on: The grade of what it stands on, and of what it would stand on.
        ground: The grade that is told of it, and that would be.
    """

    id: str
    kind: Kind
    standing: tuple[Standing, Standing]
    grade: tuple[Grade | None, Grade | None]
    stands_on: tuple[Grade | None, Grade | None]
    ground: tuple[Grade | None, Grade | None]


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
                if (old.standing, old.ground) != (new.standing, new.ground):
                    yield Change(
                        statement.id,
                        statement.kind,
                        (old.standing, new.standing),
                        (old.grade, new.grade),
                        (old.stands_on, new.stands_on),
                        (old.ground, new.ground),
                    )


def suppose(analysis: Analysis, supposition: Supposition, basis: Basis) -> Supposed:
    """Evaluate a map as it would be.

    Args:
        analysis: The map as it is.
        supposition: What is supposed; what it names and the map does not have is left aside.
        basis: Which grounds count. Where uncited leaves are granted, what is dropped would count as one.
    """
    statements = [_supposed(statement, supposition) for statement in analysis.map.statements]
    relations = [
        r
        for r in analysis.map.relations
        if r.id not in supposition.steps and (r.kind is not RelationKind.SUPPORT or r.target not in supposition.dropped)
    ]
    m = evolve(analysis.map, statements=tuple(statements), relations=tuple(relations))
    grades = {**analysis.grades, **{_ground(name).id: Grade.INDEPENDENT for name in supposition.sourced}}
    return Supposed(analysis.evaluation.of(basis), evaluate(m, grades, basis), m, grades)


def _supposed(statement: Statement, supposition: Supposition) -> Statement:
    citations = [
        citation
        for citation in statement.citations
        if citation.source not in supposition.without and citation.id not in supposition.grounds
    ]
    if statement.kind is Kind.ASSUMPTION and statement.id in supposition.dropped | supposition.grounds:
        statement = evolve(statement, kind=Kind.CLAIM)
    if statement.id in supposition.dropped:
        return evolve(statement, citations=())
    if statement.id in supposition.sourced:
        citations.append(_ground(statement.id))
    return evolve(statement, citations=tuple(citations))


def _ground(statement: str) -> Citation:
    """Return the citation that is supposed for a statement."""
    return Citation(f"{statement}@(supposed)", "(supposed)")
