"""What holds for every check: an empty map has no flaws, and a long one is checked without going over it again."""

from __future__ import annotations

import pytest

from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.workflows.rules import all_checks

CHECKS = {rule.name.replace("-", "_"): check for rule, check in all_checks().items()}
RUN = [name for name, check in CHECKS.items() if check.run]


def chain(length, *, sourced=False):
    """Make one long chain of reasons."""
    ground = (Citation("n0@s", "s"),) if sourced else ()
    statements = [Statement("n0", Kind.EVIDENCE, "Ground.", citations=ground)]
    statements += [Statement(f"n{number}", Kind.CLAIM, "Link.") for number in range(1, length)]
    relations = [Relation.make("support", [f"n{number - 1}"], f"n{number}") for number in range(1, length)]
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations), sources=(Source("s"),) * sourced)


def circle(length):
    """Make one long circle of reasons."""
    m = chain(length)
    back = Relation.make("support", [f"n{length - 1}"], "n0")
    return ArgumentMap(statements=m.statements, relations=(*m.relations, back))


def contest(length):
    """Make a long chain with a bare objection at its ground, and a recommendation every thousand links."""
    m = chain(length, sourced=True)
    advice = [Statement(f"r{number}", Kind.RECOMMENDATION, "Advice.") for number in range(0, length, 1000)]
    relations = [Relation.make("support", [f"n{number}"], f"r{number}") for number in range(0, length, 1000)]
    return ArgumentMap(
        statements=(*m.statements, *advice, Statement("o", Kind.OBJECTION, "Objection.")),
        relations=(*m.relations, *relations, Relation.make("attack", ["o"], "n0")),
        sources=m.sources,
    )


@pytest.mark.parametrize("name", RUN)
def test_empty_map_has_no_flaws(name, inspector):
    """An empty map has nothing to report."""
    assert inspector.flaws(name, ArgumentMap()) == []


@pytest.mark.parametrize(
    ("make", "length", "expected"),
    [
        (chain, 100_000, {"unsupported_claim": 99_999, "evidence_without_citation": 1}),
        (circle, 20_000, {"unsupported_claim": 19_999, "evidence_without_citation": 1, "circular_support": 1}),
        (contest, 20_000, {"unsupported_claim": 1, "open_challenge": 1, "single_point_of_failure": 21}),
    ],
)
def test_long_maps_are_checked(make, length, expected, inspector):
    """Many thousand statements in a row or a ring are checked without recursion, and without going over them again."""
    subject = inspector.subject(make(length))
    found = {name: sum(1 for _ in CHECKS[name].run(subject)) for name in RUN}
    assert {name: count for name, count in found.items() if count} == expected
