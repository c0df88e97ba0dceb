"""Weak points: what brings a statement down, alone or together, what it rests on, and what it wants."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from attrs import field, frozen

from argmap import collector
from argmap.analysis import Analysis, analyse
from argmap.errors import UnknownNameError
from argmap.evaluation.audiences import standings
from argmap.evaluation.labels import UNGRANTED, Basis, Grade, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind
from argmap.workflows.weak.attacks import Attack, attacks
from argmap.workflows.weak.drops import Pair, affordable, drops, pairs
from argmap.workflows.weak.lines import Common, Link, best_lines, commons
from argmap.workflows.weak.origins import Origin, origins
from argmap.workflows.weak.sets import SupportSets, support_sets
from argmap.workflows.weak.suspects import GROUND, STATEMENT, STEP, Suspect, elements, suspects
from argmap.workflows.weak.wants import Want, wants

KINDS = (*Origin, GROUND)
"""What sets can be made of."""


@frozen
class Point:
    """What alone brings a statement down.

    Attributes:
        suspect: The source, what is behind several sources, the step, or the other statement.
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
        pairs: Which two bring it down together, though neither does alone; None if there are too many to try.
        sets: The minimal sets that hold it up, and that fell it together; None if it is not supported.
        line: Its best line, from the top down, objections left aside.
        upright: The best line of an accepted statement of those that stand; else empty.
        commons: What several lines to it, or to what it rests on, cannot do without; the nearest first.
        attacks: What speaks against it, or against what it rests on, and what becomes of that; the nearest first.
        wants: What sources would do for it, if it is not accepted.
        orders: What it is under each order of values of the map, by its name; empty where the map is seen under one.
    """

    id: str
    standing: Standing
    grade: Grade | None
    weakest: tuple[str, ...]
    points: tuple[Point, ...] = field(repr=False)
    pairs: tuple[Pair, ...] | None = field(repr=False)
    sets: SupportSets | None = field(repr=False)
    line: tuple[Link, ...] = field(repr=False)
    upright: tuple[Link, ...] = field(repr=False)
    commons: tuple[Common, ...] = field(repr=False)
    attacks: tuple[Attack, ...] = field(repr=False)
    wants: tuple[Want, ...] = field(repr=False)
    orders: Mapping[str, Standing] = field(repr=False)

    @property
    def telling(self) -> tuple[Point, ...]:
        """Return the points, but for what is behind several sources one of which is a point by itself."""
        alone = {point.suspect.name for point in self.points if point.suspect.kind == Origin.SOURCE}
        plain = (Origin.SOURCE, STATEMENT, STEP)
        return tuple(
            point for point in self.points if point.suspect.kind in plain or alone.isdisjoint(point.suspect.sources)
        )


def conclusions(analysis: Analysis) -> list[str]:
    """Return the recommendations of a map; without any, the claims that have reasons and are reasons for no claim."""
    graph = analysis.graph
    told = [s.kind is not Kind.QUESTION for s in graph.statements]
    used = {premise for step in graph.steps if step.pro and told[step.conclusion] for premise in step.premises}
    return [s.id for s in graph.statements if s.kind is Kind.RECOMMENDATION] or [
        statement.id
        for at, statement in enumerate(graph.statements)
        if statement.kind is Kind.CLAIM and graph.supports_on[at] and at not in used
    ]


def weaknesses(
    analysis: Analysis, basis: Basis, names: Collection[str], of: str = Origin.SOURCE
) -> tuple[list[Weakness], bool]:
    """Tell where statements are weak.

    Args:
        analysis: The map.
        basis: Which grounds count.
        names: Ids of the statements, none of them a question.
        of: What sets and pairs are made of: ``source``, ``publisher``, ``author``, ``origin``, ``root`` or ``ground``.

    Returns:
        A weakness for each statement, and whether all that may bring one down was dropped in turn. If not, what fells
        a statement but leaves it some support may be missing.
    """
    evaluation = analysis.evaluation.of(basis)
    audiences = {} if analysis.map.audience else analysis.audiences
    with collector.paused():
        behind = origins(analysis)
        suspected = suspects(evaluation, behind, names, of)
        reached = frozenset(suspected)
        chosen = [each for each in elements(evaluation, behind, of) if each in reached]
        points = _points(evaluation, suspected, names)
        alone = {name: {point.suspect for point in found} for name, found in points.items()}
        together = pairs(evaluation, chosen, alone)
        sets = support_sets(evaluation, names, of, chosen)
        lines = best_lines(evaluation, names)
        shared = commons(evaluation, behind, names)
        wanted = wants(evaluation, names)
        found = [
            Weakness(
                name,
                evaluation.standings[name],
                evaluation[name].grade,
                _weakest(evaluation, name),
                tuple(points[name]),
                None if together is None else tuple(together[name]),
                sets.get(name),
                *lines.get(name, ((), ())),
                shared.get(name, ()),
                attacks(evaluation, name),
                wanted.get(name, ()),
                standings(name, audiences, basis),
            )
            for name in names
        ]
    return found, len(suspected) <= affordable(evaluation)


def weak_points(
    m: ArgumentMap, statement: str, *, basis: Basis | str = Basis.DECLARED, of: str = Origin.SOURCE
) -> Weakness:
    """Tell where a statement is weak: what brings it down, alone or together, what it rests on, and what it wants.

    Args:
        m: The map; its project's source records and texts are used.
        statement: The id of a statement that is no question.
        basis: Which grounds count: ``independent``, ``cited`` or ``declared``.
        of: What sets and pairs are made of: ``source``, ``publisher``, ``author``, ``origin`` (a dataset, an agency),
            ``root`` (what sources are based on) or ``ground`` (each citation and assumption by itself).

    Raises:
        ConfigError: The settings of its project are wrong.
        UnknownNameError: There is no such statement or basis, or nothing of that name to make sets of.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   close: {recommendation: Close the road., because: [noise, crashes]}
        ...   noise: {premise: It is too loud., cite: survey}
        ...   crashes: {premise: It is dangerous., cite: [police, hospital]}
        ... ''')
        >>> found = argmap.weak_points(m, "close")
        >>> found.points
        ()
        >>> [[source.name for source in cut] for cut in found.sets.cuts]
        [['survey', 'police', 'hospital']]
    """
    if basis not in UNGRANTED:
        raise UnknownNameError("basis", basis, UNGRANTED)
    if of not in KINDS:
        raise UnknownNameError("kind", of, KINDS)
    analysis = analyse(m)
    name = analysis.evaluation[statement].id
    return weaknesses(analysis, Basis(basis), [name], of)[0][0]


def _points(evaluation: Evaluation, suspected: Collection[Suspect], names: Collection[str]) -> dict[str, list[Point]]:
    """Return what alone brings each of some statements down."""
    points: dict[str, list[Point]] = {name: [] for name in names}
    for suspect, changes in drops(evaluation, [*suspected], names):
        for flip in changes:
            if flip.is_loss and (suspect.kind, suspect.name) != (STATEMENT, flip.id):
                points[flip.id].append(Point(suspect, flip.after))
    return points


def _weakest(evaluation: Evaluation, name: str) -> tuple[str, ...]:
    """Return the statements whose own grounds are the weakest link of the best line."""
    solution, at = evaluation.solution, evaluation.graph.index_of[name]
    weakest = solution.grounding.weakest(at) if solution.is_supported(at) else ()
    return tuple(map(solution.program.name, weakest))
