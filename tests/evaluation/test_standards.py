"""The worked examples W31–W48 of proof standards and weights, Carneades' formulas, and what holds of every standard."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, product

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

from ..strategies import examples
from .drawn import WEIGHTS, drawn, graded
from .test_worked import why, words

ONE_EACH = "P: s1 \n O: s2 \n C: {} \n P -> C {} \n O -| C {}"
TO_WEIGH = "undecided on-some-readings to-weigh"


def standing(text: str, name: str = "C") -> str:
    """Return the standing and modifiers of a statement."""
    return words(evaluate(drawn(text)))[name]


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("scintilla", "accepted"),
        ("preponderance", "accepted"),
        ("clear-and-convincing", "accepted"),
        ("beyond-reasonable-doubt", "rejected"),
        ("dialectical-validity", "rejected"),
    ],
)
def test_t35_a_reason_of_8_tenths_and_one_against_of_3(standard: str, expected: str) -> None:
    """T35: pro .8, con .3: any, preponderance and clear evidence: yes; beyond doubt, and with none standing: no."""
    assert standing(ONE_EACH.format(standard, ".8", ".3")) == expected


def test_w31_the_heavier_reason_outweighs() -> None:
    """P (.8) → C, O (.3) ⊸ C by preponderance: C is accepted, and the reason names both weights."""
    assert why(evaluate(drawn(ONE_EACH.format("preponderance", ".8", ".3"))), "C") == (
        "C is accepted: P supports it\n"
        "  P is accepted: s1 is cited for it (unverified)\n"
        "  O -| C fails: P (0.8) outweighs it (0.3) under preponderance of the evidence"
    )


def test_w32_a_tie_does_not_meet_preponderance() -> None:
    """P (.5) → C, O (.5) ⊸ C: C is rejected, as Carneades has it: a reason must weigh more."""
    evaluation = evaluate(drawn(ONE_EACH.format("preponderance", ".5", ".5")))
    assert words(evaluation)["C"] == "rejected"
    assert why(evaluation, "C").splitlines()[0] == (
        "C is rejected: beaten by O (0.5): for preponderance of the evidence, a reason for it must weigh more than "
        "0.5, and none that stands does"
    )


def test_w33_counting_reasons_never_decides() -> None:
    """Three reasons of .4 do not outweigh one of .5; one of .6 outweighs three of .5."""
    three = "P: s1 \n Q: s1 \n S: s1 \n O: s2 \n C: preponderance \n"
    assert standing(three + "P -> C .4 \n Q -> C .4 \n S -> C .4 \n O -| C .5") == "rejected"
    assert standing(three + "O -> C .6 \n P -| C .5 \n Q -| C .5 \n S -| C .5") == "accepted"


@pytest.mark.parametrize(
    ("doubt", "told"),
    [
        ("A: s4 \n A -| P", "P (0.8) does not outweigh O -| C: P is rejected"),
        ("A: s4 \n A -x (P -> C)", "P (0.8) does not outweigh O -| C: A undercuts P -> C"),
    ],
)
def test_w34_a_heavier_reason_outweighs_only_while_it_stands(doubt: str, told: str) -> None:
    """P (.8) and Q (.2) → C, O (.3) ⊸ C, and P or its step falls: C is rejected, for P outweighs no more."""
    text = ONE_EACH.format("preponderance", ".8", ".3") + " \n Q: s3 \n Q -> C .2"
    assert standing(text) == "accepted"
    evaluation = evaluate(drawn(f"{text} \n {doubt}"))
    assert words(evaluation)["C"] == "rejected"
    assert told in why(evaluation, "C")
    assert {flip.id: flip.after for flip in evaluation.without("s4").flips}["C"] == "accepted"


@pytest.mark.parametrize(
    ("pro", "con", "told"),
    [
        (".8", "", "P (0.8) is to be weighed against O (no weight)"),
        ("", ".3", "P (no weight) is to be weighed against O (0.3)"),
        ("", "", "P (no weight) is to be weighed against O (no weight)"),
    ],
)
def test_w35_where_a_weight_is_missing_nothing_is_guessed(pro: str, con: str, told: str) -> None:
    """Without the weight of P or of O, C is undecided, and both are to be weighed."""
    evaluation = evaluate(drawn(ONE_EACH.format("preponderance", pro, con)))
    assert words(evaluation)["C"] == TO_WEIGH
    assert why(evaluation, "C").startswith(f"C is undecided: {told}\n")


@pytest.mark.parametrize(("pro", "con", "expected"), [("1", "", TO_WEIGH), ("", "1", "rejected")])
def test_w36_what_holds_whatever_is_missing_is_decided(pro: str, con: str, expected: str) -> None:
    """Nothing weighs more than 1, so that no reason outweighs it, whatever it weighs; two of 1 would tie."""
    assert standing(ONE_EACH.format("preponderance", pro, con)) == expected


@pytest.mark.parametrize(
    ("pro", "con", "expected"), [(".8", ".6", "rejected"), (".8", ".5", "rejected"), (".81", ".5", "accepted")]
)
def test_w37_clear_evidence_needs_a_gap(pro: str, con: str, expected: str) -> None:
    """By clear and convincing evidence a reason must weigh more by over .3, exactly: .8 is not enough against .5."""
    assert standing(ONE_EACH.format("clear-and-convincing", pro, con)) == expected


def test_w38_what_clear_evidence_takes_is_told() -> None:
    """Against .6 a reason must weigh more than .9."""
    assert why(evaluate(drawn(ONE_EACH.format("clear-and-convincing", ".8", ".6"))), "C").startswith(
        "C is rejected: beaten by O (0.6): for clear and convincing evidence, a reason for it must weigh more than "
        "0.9, and none that stands does\n"
    )


def test_w39_support_may_be_too_weak() -> None:
    """P (.5) → C for clear and convincing evidence: C is supported, but rejected though nothing attacks it."""
    text = "P: s1 \n Q: claim \n C: clear-and-convincing \n P -> C .5 \n Q -> C .9"
    evaluation = evaluate(drawn(text))
    assert evaluation["C"].supported
    assert words(evaluation)["C"] == "rejected"
    assert why(evaluation, "C") == (
        "C is rejected: its support is too weak: for clear and convincing evidence, a reason for it must weigh more "
        "than 0.5, and none that stands does\n"
        "  Q (0.9) would be enough, but Q is unsupported\n"
        "    Q is unsupported: nothing is cited for it"
    )
    assert "contested" not in evaluation["C"].modifiers
    assert standing(text.replace("Q: claim", "Q: s2")) == "accepted"
    assert standing("P: s1 \n C: clear-and-convincing \n P -> C") == TO_WEIGH


@pytest.mark.parametrize(("con", "expected"), [(".2", "rejected"), (".19", "accepted"), ("", TO_WEIGH)])
def test_w40_beyond_doubt_nothing_of_weight_may_speak_against(con: str, expected: str) -> None:
    """P (.9) → C beyond reasonable doubt: O must weigh less than .2, however heavy P is."""
    evaluation = evaluate(drawn(ONE_EACH.format("beyond-reasonable-doubt", ".9", con)))
    assert words(evaluation)["C"] == expected
    if expected == "rejected":
        told = "for proof beyond reasonable doubt, nothing against it that stands may weigh 0.2 or more"
        assert f"beaten by O (0.2): {told}" in why(evaluation, "C")


def test_w41_nothing_beats_a_scintilla() -> None:
    """Where a scintilla is enough, attacks, counter-evidence and contradictions do not matter."""
    text = "P: s1 \n O: s2 \n X: s3 \n C: scintilla, not s4 \n P -> C \n O -| C defeats \n X >< C"
    evaluation = evaluate(drawn(text))
    assert (words(evaluation)["C"], words(evaluation)["X"]) == ("accepted", "rejected")
    assert standing("O: s2 \n C: scintilla \n P -> C \n O -| C") == "unsupported would-stand"


def test_w42_citations_are_reasons_of_their_weight() -> None:
    """C cites s1 (.7) for it and s2 (.4) against it: accepted by preponderance, rejected by clear evidence."""
    text = "C: preponderance, s1 .7, not s2 .4"
    assert why(evaluate(drawn(text)), "C") == (
        "C is accepted: s1 is cited for it (unverified)\n"
        "  C@s2 fails: a citation of s1 (0.7) outweighs it (0.4) under preponderance of the evidence"
    )
    rejected = why(evaluate(drawn(text.replace("preponderance", "clear-and-convincing"))), "C")
    assert rejected.startswith("C is rejected: beaten by a citation of s2 (0.4): for clear and convincing evidence")


def test_w43_what_defeats_is_not_outweighed() -> None:
    """P (.9) → C, O (.1) ⊸ C with a force of *defeats*: C is rejected by preponderance too."""
    text = "P: s1 \n O: s2 \n C: preponderance \n P -> C .9 \n O -| C defeats .1"
    assert why(evaluate(drawn(text)), "C").startswith("C is rejected: beaten by O (0.1)")


def test_w44_a_judgement_counts_beside_the_weights() -> None:
    """O (.9) ⊸ C is outweighed by P (.2) in the author's judgement: C is accepted, until P falls."""
    text = "P: s1 \n O: s2 \n Q: s3 \n C: preponderance \n Q -> C .5 \n O -| C .9"
    assert standing(text) == "rejected"
    assert standing(f"{text} < P") == "accepted"
    assert standing(f"{text} < P".replace("P: s1", "P: claim")) == "rejected"


def test_w45_what_is_assumed_has_no_weight() -> None:
    """C is assumed, and O (.3) ⊸ C by preponderance: C is undecided, what is assumed to be weighed against O."""
    evaluation = evaluate(drawn("O: s2 \n C: assumed, preponderance \n O -| C .3"))
    assert words(evaluation)["C"] == TO_WEIGH
    assert why(evaluation, "C").startswith(
        "C is undecided: what is assumed (no weight) is to be weighed against O (0.3)"
    )


def test_w46_a_heavier_reason_in_a_deadlock_leaves_a_deadlock() -> None:
    """P (.8) and Q (.2) → C, O (.3) ⊸ C, and P × X, both cited: C is undecided, but nothing is left to weigh."""
    text = "P: s1 \n Q: s2 \n O: s3 \n X: s4 \n C: preponderance \n P -> C .8 \n Q -> C .2 \n O -| C .3 \n P >< X"
    evaluation = evaluate(drawn(text))
    assert words(evaluation)["C"] == "undecided on-some-readings"
    assert why(evaluation, "C").splitlines()[:3] == [
        "C is undecided: the attack by O is undecided too",
        "  P (0.8) does not outweigh O -| C: P is undecided",
        "    P is undecided: the contradiction with X is undecided too",
    ]


def test_w47_a_reason_that_rests_on_its_conclusion_does_not_carry_it() -> None:
    """Q (.2) → C, O (.5) ⊸ C, C → X, X (.9) → C: C is not accepted on the strength of what follows from it."""
    text = "Q: s1 \n O: s2 \n C: preponderance \n Q -> C .2 \n O -| C .5 \n C -> X \n X -> C .9"
    assert standing(text) == "undecided on-some-readings"


def test_w48_a_citation_weighs_where_it_counts() -> None:
    """C cites s1 (.9) and s2 (.2), O (.5) ⊸ C: where s1 is the author's own word, C is rejected on others' alone."""
    m = drawn("O: s3 \n C: preponderance, s1 .9, s2 .2 \n O -| C .5")
    grades = graded(m, {"s1": Grade.OWN_WORD, "s2": Grade.INDEPENDENT, "s3": Grade.INDEPENDENT})
    evaluation = evaluate(m, grades)
    assert words(evaluation)["C"] == "accepted"
    assert words(evaluation.of(Basis.INDEPENDENT))["C"] == "rejected"
    assert words(evaluation.without("s1").after)["C"] == "rejected"


@st.composite
def disputes(draw: st.DrawFn) -> ArgumentMap:
    """Draw reasons for and against C, some of which fall: nothing rests on C."""
    sides = draw(st.lists(st.sampled_from(["support", "attack"]), min_size=1, max_size=5))
    names = [f"P{number}" for number in range(len(sides))]
    weights = [draw(WEIGHTS) for _ in sides]
    statements = [
        Statement(name, Kind.CLAIM, name, citations=(Citation(f"{name}@s", "s"),) if draw(st.booleans()) else ())
        for name in names
    ]
    relations = [
        evolve(Relation.make(side, [name], "C"), weight=weight)
        for side, name, weight in zip(sides, names, weights, strict=True)
    ]
    if len(names) > 1 and draw(st.booleans()):
        relations.append(Relation.make("attack", [names[-1]], names[0]))
    if draw(st.booleans()):
        relations.append(Relation.make("undercut", [names[-1]], relations[0].id))
    return ArgumentMap(statements=(*statements, Statement("C", Kind.CLAIM, "C")), relations=tuple(relations))


def under(m: ArgumentMap, standard: Standard) -> Standing:
    """Return the standing of C under a standard."""
    return evaluate(evolve(m, statements=tuple(evolve(s, standard=standard) if s.id == "C" else s for s in m)))[
        "C"
    ].standing


def is_met(standard: Standard, pros: list[Fraction], cons: list[Fraction]) -> bool:
    """Tell whether the weights of the reasons that apply meet a standard, by the formulas of Gordon & Walton (2009)."""
    pro, con = max(pros, default=Fraction(0)), max(cons, default=Fraction(0))
    clear = pro > con and pro > Fraction(1, 2) and pro - con > Fraction(3, 10)
    return (
        bool(pros)
        and {
            Standard.SCINTILLA: True,
            Standard.PREPONDERANCE: pro > con,
            Standard.CLEAR_AND_CONVINCING: clear,
            Standard.BEYOND_REASONABLE_DOUBT: clear and con < Fraction(1, 5),
            Standard.DIALECTICAL_VALIDITY: not cons,
        }[standard]
    )


def applying(m: ArgumentMap, kind: str) -> list[list[Fraction]]:
    """Return what each reason for or against C that applies may weigh, its own weight where that is said."""
    standings = evaluate(m).standings
    cut = {r.target for r in m.relations if r.kind == "undercut" and standings[r.premises[0]] is Standing.ACCEPTED}
    steps = [r for r in m.relations if r.target == "C" and r.kind == kind and r.id not in cut]
    some = [Fraction(n, 20) for n in range(1, 21)]
    weights = [r.weight for r in steps if standings[r.premises[0]] is Standing.ACCEPTED]
    return [some if weight is None else [Fraction(str(weight))] for weight in weights]


@given(m=disputes().filter(lambda m: sum(r.weight is None for r in m.relations) < 4))
@examples(300)
def test_standards_are_those_of_carneades(m: ArgumentMap) -> None:
    """C is accepted if the heaviest reasons that apply meet its standard, and undecided if a missing weight decides."""
    pros, cons = applying(m, "support"), applying(m, "attack")
    for standard in Standard:
        met = {
            is_met(standard, list(weights[: len(pros)]), list(weights[len(pros) :]))
            for weights in product(*pros, *cons)
        }
        found = under(m, standard)
        assert (found is Standing.ACCEPTED) == (met == {True})
        assert (found is Standing.UNDECIDED) == (len(met) == 2)


@given(m=disputes())
@examples(200)
def test_what_meets_a_higher_standard_meets_the_lower(m: ArgumentMap) -> None:
    """Scintilla, preponderance, clear evidence and proof beyond doubt ask for more and more."""
    rank = {Standing.ACCEPTED: 2, Standing.UNDECIDED: 1}
    order = [
        Standard.SCINTILLA,
        Standard.PREPONDERANCE,
        Standard.CLEAR_AND_CONVINCING,
        Standard.BEYOND_REASONABLE_DOUBT,
    ]
    found = [rank.get(under(m, standard), 0) for standard in order]
    assert all(lower >= higher for lower, higher in pairwise(found))
    assert rank.get(under(m, Standard.DIALECTICAL_VALIDITY), 0) <= found[1]


@given(m=disputes(), data=st.data())
@examples(200)
def test_more_weight_for_a_statement_never_hurts_it(m: ArgumentMap, data) -> None:
    """Raising the weight of a reason for C never makes C worse, and never better that of one against it."""
    rank = {Standing.ACCEPTED: 2, Standing.UNDECIDED: 1}
    step = data.draw(st.sampled_from([r for r in m.relations if r.target == "C"]))
    raised = evolve(step, weight=min(1.0, (step.weight or 1.0) + 0.2))
    after = evolve(m, relations=tuple(raised if r is step else r for r in m.relations))
    if step.weight is None:
        return
    for standard in Standard:
        change = rank.get(under(after, standard), 0) - rank.get(under(m, standard), 0)
        assert change >= 0 if step.kind == "support" else change <= 0
