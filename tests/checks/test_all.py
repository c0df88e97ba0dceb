"""What holds for every check, whatever the map."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.model.citations import Citation, Passage, Selector, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement
from argmap.workflows.rules import all_checks

CHECKS = {rule.name.replace("-", "_"): check for rule, check in all_checks().items()}
RUN = [name for name, check in CHECKS.items() if check.run]
IDS = st.sampled_from(["a", "b", "c", "d", "e", "ghost"])
SELECTORS = st.sampled_from([None, Selector("one two"), Selector("two … one"), Selector("gone"), Selector("one", 2)])
SOURCES = st.sampled_from(["s", "t", "nowhere"])


@st.composite
def maps(draw):
    """Make small maps with every kind of relation, some to nothing."""
    statements = tuple(
        Statement(
            name,
            draw(st.sampled_from(Kind)),
            "Text.",
            group=draw(st.sampled_from([None, "g"])),
            passages=tuple(Passage(draw(SOURCES), draw(SELECTORS)) for _ in range(draw(st.integers(0, 1)))),
            citations=tuple(
                Citation(f"{name}@{number}", draw(SOURCES), draw(SELECTORS), stance=draw(st.sampled_from(Stance)))
                for number in range(draw(st.integers(0, 2)))
            ),
        )
        for name in draw(st.lists(st.sampled_from("abcde"), unique=True))
    )
    relations: list[Relation] = []
    for _ in range(draw(st.integers(0, 8))):
        kind = draw(st.sampled_from(RelationKind))
        targets = (
            IDS if kind is not RelationKind.UNDERCUT else st.sampled_from(["a", "a@0", *(r.id for r in relations)])
        )
        relations.append(Relation.make(kind, draw(st.lists(IDS, min_size=1, max_size=3)), draw(targets)))
    about = draw(st.sampled_from([None, "s", "nowhere"]))
    return ArgumentMap(
        about=about, statements=statements, relations=tuple(relations), sources=(Source("s"), Source("t"))
    )


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


@given(m=maps())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_map_can_be_checked(m, inspector):
    """No check raises on any map, and every message begins in lower case, is one line and names something."""
    subject = inspector.subject(m, {"s": "one two one"})
    for name in RUN:
        for flaw in CHECKS[name].run(subject):
            assert "'" in flaw.message
            assert "\n" not in flaw.message
            assert not flaw.message[0].isupper()
            assert not flaw.message.endswith(".")


@given(m=maps())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_not_supported_is_reported(m, inspector):
    """What is no question, evidence or assumption is reported by AM101 or AM102 if and only if it is unsupported."""
    subject = inspector.subject(m, {"s": "one two one"})
    reported = [
        flaw.node for name in ("unsupported_claim", "unsupported_recommendation") for flaw in CHECKS[name].run(subject)
    ]
    others = (Kind.QUESTION, Kind.EVIDENCE, Kind.ASSUMPTION)
    assert sorted(reported) == sorted(
        s.id for s in m if s.kind not in others and not subject.evaluation[s.id].supported
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
