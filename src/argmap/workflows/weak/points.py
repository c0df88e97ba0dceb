"""Weak points: what alone brings a statement down, and the weakest link of what holds it up."""

from __future__ import annotations

from collections.abc import Collection

from attrs import field, frozen

from argmap import collector
from argmap.analysis import Analysis
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.model.citations import Citation
from argmap.model.statements import Kind
from argmap.workflows.weak.drops import Suspect, affordable, drops
from argmap.workflows.weak.origins import Origin, origins

STATEMENT = "statement"


@frozen
class Point:
    """What alone brings a statement down.

    Attributes:
        suspect: The source, publisher, author or other statement.
        standing: What that of the statement would be without it.
    """

    suspect: Suspect
    standing: Standing


@frozen
class Weakness:
    """Where a statement is weak.

    Attributes:
        id: Of the statement.
        standing: What it is.
        grade: The weakest link of its best line; None where it has none.
        weakest: Ids of the statements whose grounds are that weakest link.
        points: What alone brings it down, sources first.
    """

    id: str
    standing: Standing
    grade: Grade | None
    weakest: tuple[str, ...]
    points: tuple[Point, ...] = field(repr=False)

    @property
    def telling(self) -> tuple[Point, ...]:
        """Return the points, but for publishers and authors one source of whom is a point by itself."""
        alone = {point.suspect.name for point in self.points if point.suspect.kind == Origin.SOURCE}
        return tuple(
            point
            for point in self.points
            if point.suspect.kind in (Origin.SOURCE, STATEMENT) or alone.isdisjoint(point.suspect.sources)
        )


def conclusions(analysis: Analysis) -> list[str]:
    """Return the recommendations of a map; of one without any, the claims that have reasons and are none."""
    graph = analysis.graph
    return [s.id for s in graph.statements if s.kind is Kind.RECOMMENDATION] or [
        statement.id
        for at, statement in enumerate(graph.statements)
        if statement.kind is Kind.CLAIM and graph.supports_on[at] and not any(step.pro for step in graph.steps_from[at])
    ]


def weaknesses(analysis: Analysis, basis: Basis, names: Collection[str]) -> tuple[list[Weakness], bool]:
    """Tell where statements are weak.

    Args:
        analysis: The map.
        basis: Which grounds count.
        names: Ids of the statements, none of them a question.

    Returns:
        A weakness for each statement, and whether all that may bring one down was dropped in turn. If not, what fells
        a statement but leaves it some support may be missing.
    """
    evaluation = analysis.evaluation.of(basis)
    suspects = _suspects(analysis, evaluation, names)
    points: dict[str, list[Point]] = {name: [] for name in names}
    with collector.paused():
        for suspect, changes in drops(evaluation, suspects, names):
            for flip in changes:
                if flip.is_loss and (suspect.kind, suspect.name) != (STATEMENT, flip.id):
                    points[flip.id].append(Point(suspect, flip.after))
    found = [_weakness(evaluation, name, tuple(points[name])) for name in names]
    return found, len(suspects) <= affordable(evaluation)


def _weakness(evaluation: Evaluation, name: str, points: tuple[Point, ...]) -> Weakness:
    verdict = evaluation[name]
    statements, grounding = evaluation.graph.statements, evaluation.solution.grounding
    weakest = grounding.weakest(evaluation.graph.index_of[name]) if verdict.supported else ()
    return Weakness(name, verdict.standing, verdict.grade, tuple(statements[at].id for at in weakest), points)


def _suspects(analysis: Analysis, evaluation: Evaluation, names: Collection[str]) -> list[Suspect]:
    """Return what some statements may hang on: the sources, publishers, authors and supported statements in reach."""
    solution, statements = evaluation.solution, evaluation.graph.statements
    program = solution.program
    reached = dict.fromkeys(evaluation.graph.index_of[name] for name in names)
    cited: set[str] = set()
    todo = list(reached)
    for atom in todo:
        for rule in solution.rules(atom):
            part = program.parts[rule]
            if isinstance(part, Citation):
                cited.add(part.source)
            fresh = [other for other in (*program.positive[rule], *program.negative[rule]) if other not in reached]
            reached.update(dict.fromkeys(fresh))
            todo += fresh
    found = [
        Suspect(origin, name, sources)
        for (origin, name), sources in origins(analysis).items()
        if not cited.isdisjoint(sources)
    ]
    held = (at for at in sorted(reached) if at < program.statements and solution.is_supported(at))
    return found + [Suspect(STATEMENT, statements[at].id) for at in held]
