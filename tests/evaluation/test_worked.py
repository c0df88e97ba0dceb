"""The fourteen worked examples of the translation, each with the words that readers get."""

from __future__ import annotations

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.verdict import Evaluation

from .drawn import drawn


def words(evaluation: Evaluation) -> dict[str, str]:
    """Return each statement's standing and modifiers in one string; *contested* only where it is the point."""
    return {
        name: " ".join([verdict.standing, *(word for word in verdict.modifiers if word != "contested")])
        for name, verdict in evaluation.items()
    }


def why(evaluation: Evaluation, name: str) -> str:
    """Return the reason in readers' words."""
    return "\n".join(evaluation[name].why.lines())


def test_w1_a_linked_premise_without_a_source_leaves_the_claim_unsupported() -> None:
    """P1 (cited) & P2 (uncited) → C, linked: C lacks P2 and would stand if P2 were sourced."""
    evaluation = evaluate(drawn("P1: s1 \n P1 + P2 -> C"))
    assert words(evaluation) == {
        "P1": "accepted",
        "P2": "unsupported would-stand",
        "C": "unsupported would-stand",
    }
    assert not evaluation["C"].supported
    assert evaluation["C"].missing == evaluation["C"].would_stand_if == ("P2",)
    assert why(evaluation, "C") == ("C is unsupported: missing P2\n  P2 is unsupported: nothing is cited for it")


def test_w2_one_of_two_convergent_reasons_is_enough() -> None:
    """P1 (cited) → C; P2 → C, convergent: C is supported and accepted."""
    evaluation = evaluate(drawn("P1: s1 \n P1 -> C \n P2 -> C"))
    assert evaluation["C"].supported
    assert words(evaluation)["C"] == "accepted"
    assert why(evaluation, "C") == "C is accepted: P1 supports it\n  P1 is accepted: s1 is cited for it (unverified)"


def test_w3_going_round_in_a_circle_supports_nothing() -> None:
    """A → B → A, A → C: all are circular and unsupported; the circle is A and B."""
    evaluation = evaluate(drawn("A -> B \n B -> A \n A -> C"))
    assert words(evaluation) == dict.fromkeys("ABC", "unsupported circular")
    assert evaluation.circular == (("A", "B"),)
    assert evaluation.question_begging == ()
    assert evaluation["C"].missing == ()
    assert why(evaluation, "C") == (
        "C is unsupported: its support goes round in a circle, through A\n"
        "  A is unsupported: its support goes round in a circle: A rests on B and B on A"
    )


def test_w4_a_circle_with_a_ground_begs_the_question_in_one_step() -> None:
    """W3 with A cited: all are supported and accepted; B → A begs the question."""
    evaluation = evaluate(drawn("A: s1 \n A -> B \n B -> A \n A -> C"))
    assert words(evaluation) == dict.fromkeys("ABC", "accepted")
    assert evaluation.question_begging == ("B -> A",)
    assert evaluation.circular == ()


def test_w5_an_attack_that_stands_rejects() -> None:
    """P (cited) → C; O (cited) ⊸ C: C is supported, but rejected, beaten by O."""
    evaluation = evaluate(drawn("P: s1 \n O: s2 \n P -> C \n O -| C"))
    assert evaluation["C"].supported
    assert words(evaluation)["C"] == "rejected"
    assert evaluation["C"].modifiers == ("contested",)
    assert why(evaluation, "C") == "C is rejected: beaten by O\n  O is accepted: s2 is cited for it (unverified)"


def test_w6_an_uncited_attack_is_an_open_challenge() -> None:
    """W5 with O uncited: C is accepted, with the open challenge O."""
    evaluation = evaluate(drawn("P: s1 \n P -> C \n O -| C"))
    assert evaluation["C"].modifiers == ("open-challenge",)
    assert words(evaluation)["C"] == "accepted open-challenge"
    assert evaluation["C"].challenges == ("O",)
    assert why(evaluation, "C") == (
        "C is accepted: P supports it\n"
        "  P is accepted: s1 is cited for it (unverified)\n"
        "  O -| C fails: O is unsupported\n"
        "    O is unsupported: nothing is cited for it"
    )


def test_w7_an_answered_attack_leaves_the_claim_accepted() -> None:
    """W5 plus R (cited) ⊸ O: C is accepted; O is answered by R."""
    evaluation = evaluate(drawn("P: s1 \n O: s2 \n R: s3 \n P -> C \n O -| C \n R -| O"))
    assert words(evaluation) == {"P": "accepted", "O": "rejected", "R": "accepted", "C": "accepted"}
    assert why(evaluation, "C") == (
        "C is accepted: P supports it\n"
        "  P is accepted: s1 is cited for it (unverified)\n"
        "  O -| C fails: O is rejected\n"
        "    O is rejected: beaten by R\n"
        "      R is accepted: s3 is cited for it (unverified)"
    )


def test_w8_an_undercut_strikes_one_line_only() -> None:
    """E, D (cited) → C separately; B (cited) undercuts E → C: C is accepted on D, and without D support is lost."""
    evaluation = evaluate(drawn("E: s1 \n D: s2 \n B: s3 \n E -> C \n D -> C \n B -x (E -> C)"))
    assert words(evaluation) == dict.fromkeys("EDBC", "accepted")
    assert why(evaluation, "C") == "C is accepted: D supports it\n  D is accepted: s2 is cited for it (unverified)"
    without = evaluation.without("s2").after
    assert words(without)["C"] == "rejected"
    assert why(without, "C") == (
        "C is rejected: support lost where B undercuts E -> C\n  B is accepted: s3 is cited for it (unverified)"
    )


def test_w9_a_contradiction_of_equals_leaves_all_undecided() -> None:
    """A × B, both cited; A → Rec: all are undecided, accepted on some readings."""
    evaluation = evaluate(drawn("A: s1 \n B: s2 \n A >< B \n A -> Rec"))
    assert words(evaluation) == dict.fromkeys(["A", "B", "Rec"], "undecided on-some-readings")
    assert why(evaluation, "Rec") == (
        "Rec is undecided: the support by A is undecided too\n"
        "  A is undecided: the contradiction with B is undecided too\n"
        "    B is undecided: the contradiction with A is undecided too\n"
        "      A is undecided: the contradiction with B is undecided too (see above)"
    )


def test_w10_a_claim_may_hold_either_way() -> None:
    """W9's pair; A ⊸ O, B ⊸ O, O (cited) ⊸ C, C cited: C is undecided, accepted either way."""
    evaluation = evaluate(drawn("A: s1 \n B: s2 \n O: s3 \n C: s4 \n A >< B \n A -| O \n B -| O \n O -| C"))
    assert words(evaluation)["C"] == "undecided either-way"
    assert words(evaluation)["O"] == "undecided on-none"


def test_w11_two_reasons_from_one_source_fail_together() -> None:
    """P, Q → C separately, both from s1: C is accepted; s1 is a single point of failure."""
    evaluation = evaluate(drawn("P: s1 \n Q: s1 \n P -> C \n Q -> C"))
    points = evaluation.failure_points["C"]
    assert words(evaluation)["C"] == "accepted"
    assert (points.sources, points.statements, points.steps, points.lines) == (("s1",), (), (), 2)


def test_w12_what_rests_on_an_assumption_is_conditional() -> None:
    """P (cited) & H (assumption) → C: C is accepted, conditional on H."""
    evaluation = evaluate(drawn("P: s1 \n H: assumed \n P + H -> C"))
    assert words(evaluation)["C"] == "accepted conditional"
    assert evaluation["C"].conditional_on == ("H",)
    assert evaluation["C"].grade == "assumed"


def test_w13_a_circle_falls_with_its_only_outside_support() -> None:
    """A ⇄ B, P (cited) → A, O (cited) ⊸ P: P is beaten; A and B have lost their support."""
    evaluation = evaluate(drawn("P: s1 \n O: s2 \n A -> B \n B -> A \n P -> A \n O -| P"))
    assert words(evaluation) == {"P": "rejected", "O": "accepted", "A": "rejected", "B": "rejected"}
    assert all(evaluation[name].supported for name in "ABP")
    assert why(evaluation, "B") == (
        "B is rejected: support lost at A\n"
        "  A is rejected: support lost at P\n"
        "    P is rejected: beaten by O\n"
        "      O is accepted: s2 is cited for it (unverified)"
    )


def test_w14_a_claim_against_its_own_premise_defeats_itself() -> None:
    """P (cited) → C ⊸ P: both are undecided and hold on no reading."""
    evaluation = evaluate(drawn("P: s1 \n P -> C \n C -| P"))
    assert words(evaluation) == dict.fromkeys("PC", "undecided on-none")
    assert why(evaluation, "P") == (
        "P is undecided: the attack by C is undecided too\n"
        "  C is undecided: the support by P is undecided too\n"
        "    P is undecided: the attack by C is undecided too (see above)"
    )
