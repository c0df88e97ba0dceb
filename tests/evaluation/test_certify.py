"""Certificates: every label and reason is checked by code that shares nothing with the solver."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Basis, Grade, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.evaluation.why import Why
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from .drawn import Graded, circles, drawn, graded, maps, with_grades


def wrong(m: ArgumentMap, evaluation: Evaluation, known: Grades | None = None) -> list[str]:
    """Return what is wrong with the labels and reasons of an evaluation."""
    return evaluation.certify(m, known, (verdict.why for verdict in evaluation.values()))


@pytest.mark.parametrize("basis", Basis)
@given(m=maps(largest=8) | circles())
@settings(max_examples=100)
def test_every_label_and_reason_holds(m: ArgumentMap, basis: Basis) -> None:
    """On any map and basis, nothing is found wrong."""
    assert wrong(m, evaluate(m, basis=basis)) == []


@pytest.mark.parametrize("basis", Basis)
@given(drawn_map=with_grades(maps() | circles()))
@settings(max_examples=100)
def test_every_label_and_reason_holds_with_grades(drawn_map: Graded, basis: Basis) -> None:
    """Missing, disputed and other citations are to the certificate what they are to the evaluation, on any basis."""
    m, grades = drawn_map
    assert wrong(m, evaluate(m, grades, basis=basis), grades) == []


GRADED = {
    "another grade": ({"s1": Grade.OWN_WORD}, {"s1": Grade.INDEPENDENT}),
    "a grade for none": ({"s1": Grade.DISPUTED}, {"s1": None}),
}


@pytest.mark.parametrize(("told", "right"), GRADED.values(), ids=GRADED)
def test_a_wrong_grade_is_found(told: Grades, right: Grades) -> None:
    """A reason that names another grade than the citation has is noticed, though all labels are right."""
    m = drawn("P: s1")
    assert wrong(m, evaluate(m, graded(m, told)), graded(m, right))[-1] == "the reason given for P@s1 does not hold"


@st.composite
def ill_formed(draw: st.DrawFn) -> ArgumentMap:
    """Draw maps as code can make them: ids that are taken twice, relations to nothing, questions as reasons."""
    names, kinds = st.sampled_from("ABCD"), st.sampled_from([Kind.CLAIM, Kind.ASSUMPTION, Kind.QUESTION])
    citations = st.builds(
        lambda source, stance: Citation(f"cite {source}", source, stance=stance),
        st.sampled_from(["s1", "s2"]),
        st.sampled_from(Stance),
    )
    statements = st.builds(
        lambda name, kind, cited: Statement(name, kind, "", citations=tuple(cited)),
        names,
        kinds,
        st.lists(citations, max_size=2),
    )
    ids = st.sampled_from(["r1", "r2", "r3", "cite s1", "A"])
    relations = st.builds(
        lambda name, kind, sources, target: Relation(name, kind, tuple(sources), target),
        ids,
        st.sampled_from(RelationKind),
        st.lists(names | st.just("gone"), max_size=2),
        names | ids | st.just("gone"),
    )
    return ArgumentMap(
        statements=tuple(draw(st.lists(statements, max_size=6))),
        relations=tuple(draw(st.lists(relations, max_size=8))),
    )


@pytest.mark.parametrize("basis", Basis)
@given(m=ill_formed())
@settings(max_examples=100)
def test_what_is_ill_formed_is_no_error_of_ours(m: ArgumentMap, basis: Basis) -> None:
    """A map with ids taken twice, or with relations to nothing, is certified like any other."""
    assert wrong(m, evaluate(m, basis=basis)) == []


def test_an_undercut_of_a_statement_is_none_to_the_certificate() -> None:
    """An undercut that names a statement strikes at nothing, and the reason of a granted leaf of that name holds."""
    m = drawn("A -> B \n A -x (A)")
    assert wrong(m, evaluate(m, basis="granted")) == []


MAPS = [
    "P: s1 \n O: s2 \n R: s3 \n P -> C \n O -| C \n R -| O",
    "A: s1 \n B: s2 \n A >< B \n A -> Rec",
    "P: s1 \n O: s2 \n A -> B \n B -> A \n P -> A \n O -| P",
    "E: s1 \n D: s2 \n B: s3 \n E -> C \n D -> C \n B -x (E -> C)",
    "A -> B \n B -> A",
]


@pytest.mark.parametrize("text", MAPS)
def test_a_wrong_label_is_found(text: str) -> None:
    """Changing the label of any one atom is noticed."""
    m = drawn(text)
    evaluation = evaluate(m)
    values = evaluation.solution.values
    for atom, right in enumerate(values):
        for other in {TRUE, FALSE, UNDECIDED} - {right}:
            values[atom] = other
            assert wrong(m, evaluate_again(m, values)) != []
        values[atom] = right


def evaluate_again(m: ArgumentMap, values: list[int]) -> Evaluation:
    """Evaluate, and put other labels in place before anything is derived from them."""
    evaluation = evaluate(m)
    evaluation.solution.values[:] = values
    return evaluation


@pytest.mark.parametrize(
    ("name", "right", "other"), [("C", "rejected", "unsupported"), ("M", "unsupported", "rejected")]
)
def test_a_wrong_standing_is_found(name: str, right: str, other: str) -> None:
    """Taking what is beaten for what lacks support, or the other way round, is noticed, though both are false."""
    m = drawn("P: s1 \n O: s2 \n P -> C \n O -| C \n M: claim")
    evaluation = evaluate(m)
    assert evaluation.standings[name] == right
    assert wrong(m, evaluation) == []
    evaluation.standings[name] = Standing(other)
    assert f"{name} is not {other}" in wrong(m, evaluation)


LIES = {
    "beaten by what is no attack": Why("C", "statement", "rejected", "beaten", (), lambda: [strike("P", "fails")]),
    "no reason": Why("C", "statement", "accepted", "argued", (), list),
    "another line": Why("C", "statement", "accepted", "argued", (), lambda: [line("O")]),
    "an attack untold": Why("C", "statement", "accepted", "argued", (), lambda: [line("P")]),
    "another label": Why("C", "statement", "undecided", "deadlock", (), lambda: [strike("O", "undecided")]),
}


def line(premise: str) -> Why:
    """Return a support that stands."""
    return Why(f"{premise} -> C", "support", "stands", "", (premise,), lambda: [fact(premise)])


def strike(premise: str, status: str) -> Why:
    """Return an attack."""
    return Why(f"{premise} -| C", "attack", status, "premise", (premise,), lambda: [fact(premise)])


def fact(name: str) -> Why:
    """Return a cited statement."""
    citation = Why(f"{name}@s1", "citation", "stands", "", ("s1",), list)
    return Why(name, "statement", "accepted", "cited", (), lambda: [citation])


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_wrong_reason_is_found(lie: Why) -> None:
    """A reason that the map does not bear out is noticed."""
    m = drawn("P: s1 \n P -> C \n O -| C")
    evaluation = evaluate(m)
    evaluation.reasons._made["statement", evaluation.graph.index_of["C"]] = lie
    assert "the reason given for C does not hold" in wrong(m, evaluation)


IN_VAIN = {
    "left out": Why("P", "statement", "unsupported", "uncited", (), list),
    "one of two": Why("P", "statement", "unsupported", "discounted", (), lambda: [in_vain("P@s1")]),
    "of another statement": Why(
        "P", "statement", "unsupported", "discounted", (), lambda: [in_vain("P@s1"), in_vain("Q@s2")]
    ),
    "what counts": Why("Q", "statement", "accepted", "discounted", (), lambda: [in_vain("Q@s3", Grade.UNVERIFIED)]),
}


def in_vain(name: str, grade: Grade = Grade.DISPUTED) -> Why:
    """Return a citation that is no ground."""
    return Why(name, "citation", "fails", "discounted", ("s1",), list, grade)


@pytest.mark.parametrize("lie", IN_VAIN.values(), ids=IN_VAIN)
def test_citations_in_vain_are_told_one_and_all(lie: Why) -> None:
    """What is cited in vain must be told whole, and nothing else with it."""
    m = drawn("P: s1, s2 \n Q: s2, s3")
    grades = graded(m, {"s1": Grade.DISPUTED, "s2": Grade.DISPUTED})
    evaluation = evaluate(m, grades)
    assert wrong(m, evaluation, grades) == []
    evaluation.reasons._made["statement", evaluation.graph.index_of[lie.id]] = lie
    assert f"the reason given for {lie.id} does not hold" in wrong(m, evaluation, grades)
