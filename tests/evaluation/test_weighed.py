"""The worked examples W15–W30 of weighing: an attack on a recommendation is a cost, not a refutation."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import assume, given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.model.document import ArgumentMap
from argmap.model.relations import Force

from ..strategies import examples
from . import oracle
from .drawn import Graded, drawn, trade_offs, with_grades
from .test_solver import in_words, models_of
from .test_worked import why, words

COST = "P: s1 \n O: s2 \n R: recommendation \n P -> R \n "


def test_w15_a_reason_and_a_cost_that_both_stand_are_to_be_weighed() -> None:
    """P (cited) → R; O (cited) weighs on R: R is undecided, neither accepted nor rejected, and both sides are named."""
    evaluation = evaluate(drawn(COST + "O -| R"))
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"
    assert (evaluation["R"].to_weigh.pros, evaluation["R"].to_weigh.cons) == (("P -> R",), ("O -| R",))
    assert evaluation["P"].to_weigh is None
    assert why(evaluation, "R") == (
        "R is undecided: P is to be weighed against O\n"
        "  P is accepted: s1 is cited for it (unverified)\n"
        "  O is accepted: s2 is cited for it (unverified)"
    )


def test_w16_an_attack_that_defeats_rejects_a_recommendation() -> None:
    """W15 with a force of *defeats*: R is rejected, beaten by O."""
    evaluation = evaluate(drawn(COST + "O -| R defeats"))
    assert words(evaluation)["R"] == "rejected"
    assert why(evaluation, "R").startswith("R is rejected: beaten by O\n")


def test_w17_a_cost_that_is_outweighed_leaves_the_recommendation_accepted() -> None:
    """W15 with O outweighed by P: R is accepted, and the reason says what outweighs what."""
    evaluation = evaluate(drawn(COST + "O -| R < P"))
    assert words(evaluation)["R"] == "accepted"
    assert why(evaluation, "R") == (
        "R is accepted: P supports it\n"
        "  P is accepted: s1 is cited for it (unverified)\n"
        "  O -| R fails: P outweighs it\n"
        "    P is accepted: s1 is cited for it (unverified) (see above)"
    )


def test_w18_a_judgement_is_revoked_when_what_outweighs_falls() -> None:
    """O is outweighed by W (cited), and A (cited) ⊸ W: R is to be weighed again, not rejected."""
    m = drawn(COST + "W: s3 \n A: s4 \n O -| R < W \n A -| W")
    evaluation = evaluate(m)
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"
    assert why(evaluation, "R").splitlines()[3:] == [
        "  W does not outweigh O -| R: W is rejected",
        "    W is rejected: beaten by A",
        "      A is accepted: s4 is cited for it (unverified)",
    ]
    assert {flip.id: flip.after for flip in evaluation.without("s4").flips}["R"] == "accepted"


def test_w19_a_cost_without_evidence_is_an_open_challenge() -> None:
    """W15 with O uncited: R is accepted, with the open challenge O."""
    evaluation = evaluate(drawn("P: s1 \n R: recommendation \n P -> R \n O -| R"))
    assert words(evaluation)["R"] == "accepted open-challenge"
    assert evaluation["R"].challenges == ("O",)


def test_each_judgement_says_whether_its_reason_stands() -> None:
    """The judgements on an attack come in order, and hold, are open or are revoked as their reasons stand."""
    text = COST + "V: s3 \n A: s4 \n B: s5 \n A -| B \n B -| A \n O -| R < W, V, V + A \n W: claim"
    judged = evaluate(drawn(text)).judgements["O -| R"]
    assert [(each.reason, str(each.standing)) for each in judged] == [
        *((("W",), "rejected"), (("V",), "accepted"), (("V", "A"), "undecided")),
    ]


def test_w20_of_several_that_outweigh_one_is_enough() -> None:
    """O is outweighed by W, which is uncited, or by V (cited): R is accepted."""
    evaluation = evaluate(drawn(COST + "V: s3 \n W: claim \n O -| R < W, V"))
    assert words(evaluation)["R"] == "accepted"
    assert "O -| R fails: V outweighs it" in why(evaluation, "R")
    assert evaluation.outweighed == {"O -| R": ("V",)}


def test_w21_what_outweighs_together_must_stand_together() -> None:
    """O is outweighed by V (cited) and W (uncited) together: R is to be weighed; with W sourced it is accepted."""
    text = COST + "V: s3 \n W: claim \n O -| R < V + W"
    assert words(evaluate(drawn(text)))["R"] == "undecided on-some-readings to-weigh"
    assert "V + W does not outweigh O -| R: W is unsupported" in why(evaluate(drawn(text)), "R")
    assert words(evaluate(drawn(text.replace("W: claim", "W: s4"))))["R"] == "accepted"


def test_what_comes_to_nothing_is_spent() -> None:
    """A support and an attack from what falls are spent, and so is what is undercut; a cost outweighed is not."""
    text = COST + "U: s3 \n F: claim \n F -> R \n F -| P \n O -| R < P \n P -> Q \n U -x (P -> Q)"
    assert evaluate(drawn(text)).spent == {"F -> R", "F -| P", "P -> Q"}


def test_w22_every_cost_is_weighed_for_itself() -> None:
    """O is outweighed by P, and N (cited) weighs on R too: R is undecided, P to be weighed against N alone."""
    evaluation = evaluate(drawn(COST + "N: s3 \n O -| R < P \n N -| R"))
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"
    assert evaluation["R"].to_weigh.cons == ("N -| R",)
    assert why(evaluation, "R").startswith("R is undecided: P is to be weighed against N\n")


def test_w23_an_attack_on_a_claim_weighs_if_it_says_so() -> None:
    """P (cited) → C, O (cited) ⊸ C: C is rejected; it is undecided if O weighs, accepted if P outweighs O."""
    pair = "P: s1 \n O: s2 \n P -> C \n O -| C"
    assert words(evaluate(drawn(pair)))["C"] == "rejected"
    assert words(evaluate(drawn(f"{pair} weighs")))["C"] == "undecided on-some-readings to-weigh"
    assert words(evaluate(drawn(f"{pair} < P")))["C"] == "accepted"


def test_w24_a_recommendation_whose_reason_falls_is_rejected_for_that() -> None:
    """W15 with A (cited) ⊸ P: R has lost its support at P; the cost has nothing to do with it."""
    evaluation = evaluate(drawn(COST + "A: s3 \n O -| R \n A -| P"))
    assert words(evaluation)["R"] == "rejected"
    assert why(evaluation, "R").startswith("R is rejected: support lost at P\n")


def test_w25_a_cost_that_is_undercut_does_not_count() -> None:
    """W15 with U (cited) undercutting O ⊸ R: R is accepted, and nothing is left to weigh."""
    evaluation = evaluate(drawn(COST + "U: s3 \n O -| R \n U -x (O -| R)"))
    assert words(evaluation)["R"] == "accepted"
    assert "O -| R fails: U undercuts O -| R" in why(evaluation, "R")


def test_w26_what_outweighs_may_itself_be_in_a_deadlock() -> None:
    """O is outweighed by W, and W × V, both cited: R is undecided, and the judgement hangs on W."""
    evaluation = evaluate(drawn(COST + "W: s3 \n V: s4 \n W >< V \n O -| R < W"))
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"
    assert "W does not outweigh O -| R: W is undecided" in why(evaluation, "R")


def test_w27_evidence_against_a_recommendation_weighs_too() -> None:
    """P (cited) → R, and s2 is cited against R: R is undecided, P to be weighed against the citation."""
    evaluation = evaluate(drawn("P: s1 \n R: recommendation, not s2 \n P -> R"))
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"
    assert why(evaluation, "R").startswith("R is undecided: P is to be weighed against a citation of s2\n")


def test_w28_what_outweighs_on_an_assumption_makes_the_recommendation_conditional() -> None:
    """O is outweighed by H (assumption): R is accepted, conditional on H; on citations alone it is to be weighed."""
    evaluation = evaluate(drawn(COST + "H: assumed \n O -| R < H"))
    assert words(evaluation)["R"] == "accepted conditional"
    assert evaluation["R"].conditional_on == ("H",)
    assert words(evaluation.of("cited"))["R"] == "undecided on-some-readings to-weigh"


def test_w29_a_recommendation_in_a_deadlock_is_not_merely_to_be_weighed() -> None:
    """W15 with Q (cited) × R: weighing O would not decide R, so the deadlock is told."""
    evaluation = evaluate(drawn(COST + "Q: s3 \n O -| R \n Q >< R"))
    assert words(evaluation)["R"] == "undecided on-some-readings"
    assert why(evaluation, "R").startswith(
        "R is undecided: the attack by O and the contradiction with Q are undecided too\n"
    )


@pytest.mark.parametrize("reason", ["O", "R", "X", "O + P"])
def test_w30_nothing_outweighs_by_resting_on_what_is_weighed(reason: str) -> None:
    """The cost itself, the recommendation, and X, which follows from it, do not outweigh O: R is to be weighed."""
    evaluation = evaluate(drawn(COST + f"R -> X \n O -| R < {reason}"))
    assert words(evaluation)["R"] == "undecided on-some-readings to-weigh"


@pytest.mark.parametrize("basis", Basis)
@given(graded=with_grades(trade_offs()))
@examples(300)
def test_weighed_maps_have_the_well_founded_model(graded: Graded, basis: Basis) -> None:
    """Where costs and judgements abound, standings are still the least of all three-valued stable models."""
    model = oracle.well_founded(models_of(graded, basis))
    supported = oracle.supported(graded[0], basis, grades=graded[1])
    evaluation = evaluate(*graded, basis=basis)
    assert evaluation.standings == {name: in_words(model, supported, name) for name in evaluation}


@given(graded=with_grades(trade_offs()))
@examples(300)
def test_weighed_maps_are_certified(graded: Graded) -> None:
    """Every label of a weighed map, and every reason for one, holds."""
    m, grades = graded
    evaluation = evaluate(m, grades)
    assert evaluation.certify(m, grades, (verdict.why for verdict in evaluation.values())) == []


@given(m=trade_offs(standards=False))
@examples(300)
def test_a_cost_alone_never_rejects(m: ArgumentMap) -> None:
    """What only costs speak against is never rejected but for its support, whatever outweighs or does not."""
    attacks = tuple(evolve(r, force=Force.WEIGHS) if r.kind == "attack" else r for r in m.relations)
    m = evolve(m, relations=tuple(r for r in attacks if r.kind != "contradiction"))
    evaluation = evaluate(m)
    for verdict in evaluation.values():
        against = [c for c in m[verdict.id].citations if c.stance == "contradicts"]
        if verdict.standing is Standing.REJECTED and not against:
            assert verdict.why.reason == "support-lost"


@given(m=trade_offs(standards=False))
@examples(300)
def test_without_a_judgement_nothing_is_accepted_in_spite_of_a_cost_that_stands(m: ArgumentMap) -> None:
    """No recommendation is accepted by silence: a cost that stands, and that nothing undercuts, keeps it open."""
    m = evolve(m, relations=tuple(evolve(r, outweighed_by=()) for r in m.relations if r.kind != "undercut"))
    evaluation = evaluate(m)
    standing = [
        r
        for r in m.relations
        if r.kind == "attack" and all(evaluation.standings.get(name) is Standing.ACCEPTED for name in r.premises)
    ]
    assume(standing)
    for attack in standing:
        assert evaluation.standings.get(attack.target) is not Standing.ACCEPTED
