"""Long and wide maps: nothing recurses on what a user wrote, and nothing grows with the square of it."""

from __future__ import annotations

import sys

import pytest

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Standing
from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from .drawn import cited

DEEP = 4 * sys.getrecursionlimit()
MANY = 100_000


def wide(kind: str, ends: list[tuple[int, int]], grounded: range, size: int) -> ArgumentMap:
    """Draw numbered statements with relations of one kind between them."""
    statements = (
        Statement(f"n{n}", Kind.CLAIM, "", citations=(cited(f"n{n}", "s1"),) if n in grounded else ())
        for n in range(size)
    )
    relations = (Relation(f"r{a}-{b}", RelationKind(kind), (f"n{a}",), f"n{b}") for a, b in ends)
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations))


def chain(size: int) -> list[tuple[int, int]]:
    """Return the arcs of a path through all statements."""
    return [(n, n + 1) for n in range(size - 1)]


def ring(size: int) -> list[tuple[int, int]]:
    """Return the arcs of a circle through all statements."""
    return [*chain(size), (size - 1, 0)]


def ask_everything(evaluation: Evaluation, *names: str) -> None:
    """Ask for all that can be asked of a few statements, and of the whole."""
    for name in names:
        verdict = evaluation[name]
        verdict.why.lines()
        verdict.why.as_dict()
        _ = verdict.modifiers, verdict.missing, verdict.conditional_on, verdict.challenges, verdict.would_stand_if
        if name in evaluation.failure_points:
            points = evaluation.failure_points[name]
            _ = points.sources, points.statements, points.steps
    _ = evaluation.circular, evaluation.question_begging, evaluation.without("s1").flips


SHAPES = {
    "chain": ("support", chain(DEEP), range(1), {"accepted"}),
    "chain in the air": ("support", chain(DEEP), range(0), {"unsupported"}),
    "circle": ("support", ring(DEEP), range(0), {"unsupported"}),
    "grounded circle": ("support", ring(DEEP), range(5, 6), {"accepted"}),
    "attacks": ("attack", chain(DEEP), range(DEEP), {"accepted", "rejected"}),
    "circle of attacks": ("attack", ring(DEEP), range(DEEP), {"undecided"}),
    "odd circle of attacks": ("attack", ring(DEEP - 1), range(DEEP), {"undecided", "accepted"}),
    "star": ("support", [(n, 0) for n in range(1, DEEP)], range(1, DEEP), {"accepted"}),
    "fan": ("attack", [(0, n) for n in range(1, DEEP)], range(DEEP), {"accepted", "rejected"}),
}


@pytest.mark.parametrize(("kind", "ends", "grounded", "standings"), SHAPES.values(), ids=SHAPES)
def test_nothing_recurses(kind: str, ends: list[tuple[int, int]], grounded: range, standings: set[str]) -> None:
    """A map far deeper than Python's stack is evaluated, explained and certified."""
    m = wide(kind, ends, grounded, DEEP)
    evaluation = evaluate(m)
    assert set(evaluation.standings.values()) == standings
    ask_everything(evaluation, "n0", f"n{DEEP - 1}")
    assert evaluation.certify(m, reasons=(verdict.why for verdict in evaluation.values())) == []


@pytest.mark.parametrize(
    ("kind", "ends", "grounded", "standing"),
    [
        ("support", chain(MANY), range(1), Standing.ACCEPTED),
        ("support", ring(MANY), range(0), Standing.UNSUPPORTED),
        ("support", [(n, 0) for n in range(1, MANY)], range(1, MANY), Standing.ACCEPTED),
        ("attack", chain(MANY), range(MANY), Standing.REJECTED),
    ],
    ids=["chain", "circle", "star", "attacks"],
)
def test_a_hundred_thousand_statements(
    kind: str, ends: list[tuple[int, int]], grounded: range, standing: Standing
) -> None:
    """A chain, a circle, a star and a chain of attacks of a hundred thousand statements come to their end."""
    evaluation = evaluate(wide(kind, ends, grounded, MANY))
    assert evaluation.standings[f"n{MANY - 1}"] is standing
