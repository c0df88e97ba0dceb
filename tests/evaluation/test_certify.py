"""Certificates: every label and reason is checked by code that shares nothing with the solver."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.certificate.certify import certify
from argmap.evaluation.certificate.tree import everything
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import FALSE, TRUE, UNDECIDED, Basis, Grade, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.evaluation.why import Why
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ..strategies import examples
from .drawn import Graded, circles, drawn, graded, maps, trade_offs, with_grades


def wrong(m: ArgumentMap, evaluation: Evaluation, known: Grades | None = None) -> list[str]:
    """Return what is wrong with the labels, grades, remarks and reasons of an evaluation."""
    return list(evaluation.certified(m, known, (v.why for v in evaluation.values()), remarks=True).wrong)


@pytest.mark.parametrize("basis", Basis)
@given(m=maps(largest=8) | circles())
def test_every_label_and_reason_holds(m: ArgumentMap, basis: Basis) -> None:
    """On any map and basis, nothing is found wrong."""
    assert wrong(m, evaluate(m, basis=basis)) == []


@pytest.mark.parametrize("basis", Basis)
@given(drawn_map=with_grades(maps() | circles()))
def test_every_label_and_reason_holds_with_grades(drawn_map: Graded, basis: Basis) -> None:
    """Missing, disputed and other citations are to the certificate what they are to the evaluation, on any basis."""
    m, grades = drawn_map
    assert wrong(m, evaluate(m, grades, basis=basis), grades) == []


GRADED = {
    "another grade": (Grade.OWN_WORD, Grade.INDEPENDENT),
    "a grade for none": (Grade.DISPUTED, None),
}


@pytest.mark.parametrize(("told", "right"), GRADED.values(), ids=GRADED)
def test_a_wrong_grade_is_found(told: Grade, right: Grade | None) -> None:
    """A statement, and a reason, with another grade than the citation has is noticed, though all labels are right."""
    m = drawn("P: s1")
    evaluation = evaluate(m, graded(m, {"s1": told}))
    known = graded(m, {"s1": right})
    assert wrong(m, evaluation, known) == [f"P does not have the grade {told}"]
    claims = evolve(evaluation._claims(remarks=False), grades={})
    assert certify(m, claims, known, [evaluation["P"].why]).wrong[-1] == "the reason given for P@s1 does not hold"


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
    "P: s1 \n O: s2 \n R: recommendation \n P -> R \n O -| R",
    "P: s1 \n O: s2 \n R: recommendation, not s3 \n P -> R \n O -| R < P",
    "P: s1 \n O: s2 \n C: clear-and-convincing, s4 .2, not s3 .2 \n P -> C .8 \n O -| C .3",
    "P: s1 \n O: s2 \n C: beyond-reasonable-doubt \n P -> C \n O -| C .1",
    "P: s1 \n O: s2 \n C: scintilla \n P -> C .8 \n O -| C .3 \n O >< C",
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
    "another line": Why("C", "statement", "accepted", "argued", (), lambda: [line("O")], Grade.UNVERIFIED),
    "an attack untold": Why("C", "statement", "accepted", "argued", (), lambda: [line("P")], Grade.UNVERIFIED),
    "another label": Why("C", "statement", "undecided", "deadlock", (), lambda: [strike("O", "undecided")]),
}


def line(premise: str) -> Why:
    """Return a support that stands."""
    return Why(f"{premise} -> C", "support", "stands", "", (premise,), lambda: [fact(premise)], Grade.UNVERIFIED)


def strike(premise: str, status: str) -> Why:
    """Return an attack."""
    return Why(f"{premise} -| C", "attack", status, "premise", (premise,), lambda: [fact(premise)])


def fact(name: str) -> Why:
    """Return a cited statement."""
    citation = Why(f"{name}@s1", "citation", "stands", "", ("s1",), list, Grade.UNVERIFIED)
    return Why(name, "statement", "accepted", "cited", (), lambda: [citation], Grade.UNVERIFIED)


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_wrong_reason_is_found(lie: Why) -> None:
    """A reason that the map does not bear out is noticed."""
    m = drawn("P: s1 \n P -> C \n O -| C")
    evaluation = evaluate(m)
    evaluation.reasons._made["statement", evaluation.graph.index_of["C"]] = lie
    assert "the reason given for C does not hold" in wrong(m, evaluation)


WEIGHED = (
    "P: s1 \n Q: s1 \n O: s2 \n N: s3 \n W: claim \n C: recommendation \n P -> C \n Q -> C \n O -| C < W \n N -| C"
)


def cost(premise: str, reason: str = "to-weigh", judgements: tuple[str, ...] = ()) -> Why:
    """Return an attack that is to be weighed, with what does not outweigh it."""
    unsupported = Why("W", "statement", "unsupported", "uncited", (), list)
    whys = [
        Why(f"{premise} -| C", "outweighing", "fails", "premise", (name,), lambda: [unsupported]) for name in judgements
    ]
    source = "s2" if premise == "O" else "s3"
    citation = Why(f"{premise}@{source}", "citation", "stands", "", (source,), list, Grade.UNVERIFIED)
    premises = [Why(premise, "statement", "accepted", "cited", (), lambda: [citation], Grade.UNVERIFIED)]
    return Why(f"{premise} -| C", "attack", "undecided", reason, (premise,), lambda: [*premises, *whys])


BALANCES = {
    "a side left out": lambda: [line("P"), line("Q"), cost("N")],
    "a reason left out": lambda: [line("P"), cost("O", judgements=("W",)), cost("N")],
    "a judgement left out": lambda: [line("P"), line("Q"), cost("O"), cost("N")],
    "a judgement that is none": lambda: [line("P"), line("Q"), cost("O", judgements=("W", "P")), cost("N")],
    "no reason at all": lambda: [cost("O", judgements=("W",)), cost("N")],
    "a mere deadlock": lambda: [line("P"), line("Q"), cost("O", "", ("W",)), cost("N")],
}


@pytest.mark.parametrize("children", BALANCES.values(), ids=BALANCES)
def test_what_is_to_be_weighed_is_told_whole(children) -> None:
    """A balance that lacks a side, a reason, a cost or a judgement, or that has one too many, is noticed."""
    m = drawn(WEIGHED)
    evaluation = evaluate(m)
    right = [line("P"), line("Q"), cost("O", judgements=("W",)), cost("N")]
    assert wrong_balance(m, evaluation, lambda: right) == []
    assert any("does not hold" in said for said in wrong_balance(m, evaluate(m), children))


def wrong_balance(m: ArgumentMap, evaluation: Evaluation, children) -> list[str]:
    """Put another balance in the place of the reason for C, and return what is wrong."""
    told = Why("C", "statement", "undecided", "to-weigh", (), children)
    evaluation.reasons._made["statement", evaluation.graph.index_of["C"]] = told
    return wrong(m, evaluation)


OUTWEIGHED = {
    "what does not stand": ("O -| C", ("W",)),
    "what nobody names": ("O -| C", ("Q",)),
    "the recommendation": ("O -| C", ("C",)),
}


@pytest.mark.parametrize(("attack", "names"), OUTWEIGHED.values(), ids=OUTWEIGHED)
def test_what_outweighs_must_be_named_and_stand(attack: str, names: tuple[str, ...]) -> None:
    """An objection does not fail because of what does not stand, is not named to outweigh it, or is what it attacks."""
    m = drawn("P: s1 \n Q: s1 \n O: s2 \n W: claim \n C: recommendation \n P -> C \n O -| C < W, P")
    evaluation = evaluate(m)
    assert wrong(m, evaluation) == []
    judgement = Why(attack, "outweighing", "stands", "", names, lambda: [evaluation[name].why for name in names])
    strike = Why(attack, "attack", "fails", "outweighed", ("O",), lambda: [judgement])
    lie = Why("C", "statement", "accepted", "argued", (), lambda: [line("P"), strike], Grade.UNVERIFIED)
    evaluation.reasons._made["statement", evaluation.graph.index_of["C"]] = lie
    assert any("does not hold" in said for said in wrong(m, evaluation))


def test_what_weighs_too_little_does_not_outweigh() -> None:
    """An attack does not fail because of a reason that is lighter, or that does not stand, by its standard."""
    m = drawn(
        "P: s1 \n Q: s1 \n W: claim \n O: s2 \n C: preponderance \n P -> C .2 \n Q -> C .8 \n W -> C .9 \n O -| C .3"
    )
    evaluation = evaluate(m)
    assert wrong(m, evaluation) == []
    for name in ("P", "W"):
        told = [evaluation.reasons.why_rule(rule) for rule in evaluation.solution.rules(evaluation.graph.index_of["C"])]
        (support,) = [why for why in told if why.names == (name,)]
        lighter = Why("O -| C", "comparison", "stands", "", (support.id,), lambda it=support: [it])
        strike = Why("O -| C", "attack", "fails", "outweighed", ("O",), lambda it=lighter: [it])
        lie = Why("C", "statement", "accepted", "argued", (), lambda it=strike: [line("Q"), it])
        evaluation.reasons._made["statement", evaluation.graph.index_of["C"]] = lie
        assert any("does not hold" in said for said in wrong(m, evaluation))


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


REMARKED = """
    P: s1 \n A: assumed \n A -> B \n O: claim \n C: s1 \n O -| C \n M: claim \n X -> Y \n Y -> X
    Q: s2 \n D: s3 \n Q >< D \n R: recommendation \n P -> R \n C -| R \n E: s4
"""


def test_a_wrong_remark_is_found() -> None:
    """A remark left out, or one too many, is noticed; on how many readings a statement holds is left to the search."""
    m = drawn(REMARKED)
    evaluation = evaluate(m)
    checked = {"conditional", "open-challenge", "would-stand", "circular", "contested", "to-weigh"}
    assert wrong(m, evaluation) == []
    assert {word for v in evaluation.values() for word in v.modifiers} >= checked
    claims = evaluation._claims(remarks=True)
    remarks = claims.remarks()
    for name, right in remarks.words.items():
        for word in checked | {"either-way"}:
            told = tuple(w for w in right if w != word) if word in right else (*right, word)
            lie = evolve(remarks, words={**remarks.words, name: told})
            found = certify(m, evolve(claims, remarks=lambda lie=lie: lie)).wrong
            assert found == (f"the remarks on {name} are wrong",)


@given(drawn_map=with_grades(maps() | circles()), basis=st.sampled_from(Basis))
def test_a_wrong_grade_of_a_statement_is_found(drawn_map: Graded, basis: Basis) -> None:
    """Any other grade of a statement than its own is noticed."""
    m, grades = drawn_map
    evaluation = evaluate(m, grades, basis)
    claims = evaluation._claims(remarks=False)
    for name, right in claims.grades.items():
        for other in {*Grade, None} - {right}:
            lie = evolve(claims, grades={**claims.grades, name: other})
            assert len(certify(m, lie, grades).wrong) == 1


WORDS = {
    "status": ["accepted", "rejected", "undecided", "unsupported", "stands", "fails"],
    "reason": [
        "",
        "argued",
        "cited",
        "assumed",
        "beaten",
        "support-lost",
        "deadlock",
        "to-weigh",
        "uncited",
        "premise",
    ],
    "kind": ["statement", "support", "attack", "undercut", "contradiction", "citation", "outweighing", "line"],
    "id": ["A", "B", "R", "nothing"],
    "names": [(), ("A",), ("nothing",), ("A", "nothing")],
    "grade": [None, *Grade],
}
MORE_IS_TRUE = {"missing", "missing-among-others", "missing-and-circular", "circular"}
"""Here another reason may be as right: another small set does as well, and not every line need be told."""


@given(m=maps() | trade_offs() | circles(), basis=st.sampled_from(Basis), data=st.data())
@examples(400)
def test_a_reason_that_is_tampered_with_is_found(m: ArgumentMap, basis: Basis, data) -> None:
    """Another word, name, grade or status anywhere in a reason, a reason left out or one too many is noticed."""
    evaluation = evaluate(m, basis=basis)
    if not evaluation:
        return
    claims = evaluation._claims(remarks=False)
    root = evaluation[data.draw(st.sampled_from(list(evaluation)))].why
    whys = everything([root])
    at = data.draw(st.sampled_from(whys))
    changes: dict[str, object] = {}
    what = data.draw(st.sampled_from([*WORDS, "children", "also"]))
    if what in WORDS:
        others = [word for word in WORDS[what] if word != getattr(at, what)]
        changes[what] = data.draw(st.sampled_from(others))
        if what == "names" and set(changes[what]) == set(at.names):
            return
        above = [why for why in whys if at in (*why.children, *why.also)]
        if what == "id" and at.kind == "statement" and all(why.reason in MORE_IS_TRUE for why in above):
            return
    else:
        told = list(getattr(at, what))
        if told and data.draw(st.booleans()):
            told.remove(data.draw(st.sampled_from(told)))
        else:
            told.append(data.draw(st.sampled_from(whys)))
        if at.reason in MORE_IS_TRUE or (what == "also" and at.reason == "discounted"):
            return
        changes[what] = told
    assert certify(m, claims, None, [root]).wrong == ()
    assert certify(m, claims, None, [copied(whys, at, changes)]).wrong != ()


def copied(whys: list[Why], at: Why, changes: dict[str, object]) -> Why:
    """Copy a reason with all that it rests on, and change one of them."""
    copies: dict[int, Why] = {}

    def copy(why: Why) -> Why:
        parts = {name: getattr(why, name) for name in (*WORDS, "children", "also")} | (changes if why is at else {})
        below, beside = ([id(each) for each in parts.pop(name)] for name in ("children", "also"))
        return Why(
            **parts,
            children=lambda: [copies[each] for each in below],
            also=lambda: [copies[each] for each in beside],
        )

    copies.update((id(why), copy(why)) for why in whys)
    return copies[id(whys[0])]
