"""What alone brings a statement down, against supposing each thing away."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given

from argmap import analyse, loads, weak_points
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects.retraction import Flip
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.sources import Source
from argmap.model.statements import Kind
from argmap.workflows.weak import drops
from argmap.workflows.weak.impact import impacts
from argmap.workflows.weak.points import Weakness, conclusions, weaknesses
from argmap.workflows.weak.supposing import Supposition, suppose
from argmap.workflows.weak.suspects import Suspect

from ...evaluation import oracle
from ...evaluation.drawn import circles, drawn, maps
from ...strategies import examples

RECORDS = (
    Source("s1", "One", publisher="Press", origin="Agency", based_on=("data",)),
    Source("s2", "Two", publisher="Press", authors=("Ada",), origin="agency"),
    Source("s3", "Three", authors=("Ada",), based_on=("s1",)),
)
BEHIND = {
    **{("source", name): {name} for name in ("s1", "s2", "s3")},
    ("publisher", "Press"): {"s1", "s2"},
    ("author", "Ada"): {"s2", "s3"},
    ("origin", "Agency"): {"s1", "s2"},
    ("root", "s1"): {"s1", "s3"},
    ("root", "data"): {"s1", "s3"},
}
BASES = (Basis.INDEPENDENT, Basis.CITED, Basis.DECLARED)


def told(m: ArgumentMap) -> list[str]:
    """Return the statements that are no questions."""
    return [s.id for s in m.statements if s.kind is not Kind.QUESTION]


def as_tuples(weakness: Weakness) -> set[tuple[str, str, Standing]]:
    """Return the points of a statement by what they are."""
    spelt = {"agency": "Agency"}
    return {
        (str(point.suspect.kind), spelt.get(point.suspect.name, point.suspect.name), point.standing)
        for point in weakness.points
    }


def suppositions(m: ArgumentMap) -> dict[tuple[str, str], Supposition]:
    """Suppose each source, what is behind sources, and each statement and step away."""
    cited = {citation.source for statement in m for citation in statement.citations}
    behind = {what: names for what, names in BEHIND.items() if what[0] != "root" or names & cited - {what[1]}}
    sources = {what: Supposition(without=frozenset(names)) for what, names in behind.items()}
    statements = {("statement", name): Supposition(dropped=frozenset({name})) for name in told(m)}
    steps = {r.id for r in m.relations if r.kind is not RelationKind.CONTRADICTION}
    return sources | statements | {("step", name): Supposition(steps=frozenset({name})) for name in steps}


@given(m=maps() | circles())
def test_points_are_what_fells_a_statement_when_it_is_supposed_away(m: ArgumentMap) -> None:
    """Whatever lowers the standing of a statement by its own fall is a point, with what the standing is then."""
    analysis = analyse(evolve(m, sources=RECORDS))
    for basis in BASES:
        found, finished = weaknesses(analysis, basis, told(m))
        assert finished
        expected: dict[str, set[tuple[str, str, Standing]]] = {name: set() for name in told(m)}
        for (kind, dropped), supposition in suppositions(m).items():
            for flip in suppose(analysis, supposition, basis).flips:
                if flip.is_loss and (kind, dropped) != ("statement", flip.id):
                    expected[flip.id].add((kind, dropped, flip.after))
        assert {weakness.id: as_tuples(weakness) for weakness in found} == expected


@given(m=maps() | circles())
@examples(100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_a_large_map_the_points_of_support_are_found_at_once(m: ArgumentMap, monkeypatch) -> None:
    """Where nothing can be dropped in turn, a point is what all support needs, by definition."""
    monkeypatch.setattr(drops, "MOST_WORK", 0)
    analysis = analyse(evolve(m, sources=RECORDS))
    for basis in BASES:
        found, finished = weaknesses(analysis, basis, told(m))
        held = oracle.supported(m, basis)
        assert not (finished and held)
        expected: dict[str, set[tuple[str, str, Standing]]] = {name: set() for name in told(m)}
        for (kind, dropped), supposition in suppositions(m).items():
            rest = oracle.supported(suppose(analysis, supposition, basis).map, basis)
            standing = {name for name in held if analysis.evaluation.of(basis)[name].standing is not Standing.REJECTED}
            for lost in standing - rest - {dropped}:
                expected[lost].add((kind, dropped, Standing.UNSUPPORTED))
        assert {weakness.id: as_tuples(weakness) for weakness in found} == expected


def weakness(m: ArgumentMap, name: str) -> Weakness:
    """Return where a statement is weak on declared grounds."""
    (found,), _ = weaknesses(analyse(evolve(m, sources=RECORDS)), Basis.DECLARED, [name])
    return found


def test_an_answer_to_an_objection_can_be_a_point() -> None:
    """What beats the objection brings the claim down as well as what supports it, with another standing."""
    found = weakness(drawn("P: s1 \n P -> C \n O: s3 \n O -| C \n D: x \n D -| O"), "C")
    assert as_tuples(found) == {
        ("source", "s1", Standing.UNSUPPORTED),
        ("publisher", "Press", Standing.UNSUPPORTED),
        ("source", "x", Standing.REJECTED),
        ("origin", "Agency", Standing.UNSUPPORTED),
        ("root", "s1", Standing.UNSUPPORTED),
        ("root", "data", Standing.UNSUPPORTED),
        ("statement", "P", Standing.UNSUPPORTED),
        ("statement", "D", Standing.REJECTED),
        ("step", "P -> C", Standing.UNSUPPORTED),
        ("step", "D -| O", Standing.REJECTED),
    }


def test_what_a_standard_demands_falls_with_its_reason_and_is_no_objection() -> None:
    """A reason that alone is heavy enough is a point, though the claim is supported without it."""
    found = weak_points(drawn("C: beyond-reasonable-doubt \n P: s1 \n Q: s2 \n P -> C .9 \n Q -> C .2"), "C")
    assert as_tuples(found) == {
        ("source", "s1", Standing.REJECTED),
        ("statement", "P", Standing.REJECTED),
        ("step", "P -> C", Standing.REJECTED),
    }
    assert found.attacks == ()


def test_two_sources_of_one_publisher_are_one_point() -> None:
    """It is told where no single source of it is a point; else the source says it all."""
    shared = weakness(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C"), "C")
    assert [point.suspect for point in shared.telling] == [
        Suspect("publisher", "Press", ("s1", "s2")),
        Suspect("origin", "Agency", ("s1", "s2")),
    ]
    alone = weakness(drawn("P: s1 \n P -> C"), "C")
    assert [point.suspect.name for point in alone.points] == ["s1", "Press", "Agency", "data", "P", "P -> C"]
    assert [point.suspect.name for point in alone.telling] == ["s1", "P", "P -> C"]


@pytest.mark.parametrize(
    ("text", "grade", "weakest"),
    [
        ("P: s1 \n A: assumed \n P + A -> C", "assumed", ("A",)),
        ("A: assumed \n P: s1 \n Q: s2 \n A -> C \n P + Q -> B \n B -> C", "unverified", ("P", "Q")),
        ("P -> C", None, ()),
        ("C: s1", "unverified", ("C",)),
    ],
)
def test_the_weakest_link_is_that_of_the_best_line(text: str, grade: str | None, weakest: tuple[str, ...]) -> None:
    """The grounds with the statement's own grade on its best line are named, in the order of the map."""
    found = weakness(drawn(text), "C")
    assert (found.grade, found.weakest) == (grade, weakest)


@given(m=maps())
def test_a_weakest_link_has_the_grade_it_is_blamed_for(m: ArgumentMap) -> None:
    """A supported statement has one, and each has a ground of its own of just that grade."""
    found, _ = weaknesses(analyse(m), Basis.DECLARED, told(m))
    for each in found:
        assert bool(each.weakest) == (each.standing is not Standing.UNSUPPORTED)
        for link in each.weakest:
            kinds = {"unverified"} if oracle.grounds(m, Basis.CITED)[link] else {"assumed"}
            assert each.grade in kinds


def test_conclusions_are_recommendations_or_else_topmost_claims() -> None:
    """A claim that is a reason, or has none, is no conclusion; with a recommendation, no claim is."""
    claims = (
        "nodes:\n  a: {claim: A., because: [b]}\n  b: {claim: B., because: [c]}\n  c: {claim: C.}\n  d: {claim: D.}\n"
    )
    assert conclusions(analyse(loads(claims))) == ["a"]
    assert conclusions(analyse(loads(f"{claims}  q: {{question: Q?, because: a}}\n"))) == ["a"]
    assert conclusions(analyse(loads(f"{claims}  e: {{recommendation: E.}}\n"))) == ["e"]


def test_the_source_with_which_most_falls_comes_first() -> None:
    """Recommendations count before statements; what stands better is counted too, over all maps."""
    first = evolve(drawn("P: s1 \n O: s2 \n P -> C \n O -| C \n R: recommendation \n C -> R"), sources=RECORDS)
    second = drawn("P: s2 \n P -> R \n R: recommendation \n Q: x \n Q -> D")
    rows, unfinished = impacts({"a.yaml": analyse(first), "b.yaml": analyse(second)})
    assert [(row.source, row.title, len(row.falls), row.recommendations, len(row.rises)) for row in rows] == [
        ("s2", "Two", 3, 1, 2),
        ("x", None, 2, 0, 0),
        ("s1", "One", 1, 0, 0),
    ]
    assert rows[0].falls[0] == ("a.yaml", Flip("O", Standing.ACCEPTED, Standing.UNSUPPORTED))
    assert unfinished == []


def test_in_a_large_map_lost_support_is_counted(monkeypatch) -> None:
    """The file is named, and no rise is told."""
    monkeypatch.setattr(drops, "MOST_WORK", 0)
    rows, unfinished = impacts({"a.yaml": analyse(drawn("P: s1 \n O: s2 \n P -> C \n O -| C"))})
    assert [(row.source, len(row.falls), len(row.rises)) for row in rows] == [("s1", 1, 0), ("s2", 1, 0)]
    assert unfinished == ["a.yaml"]
