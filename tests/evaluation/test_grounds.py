"""What is a ground, and how good."""

from __future__ import annotations

import pytest

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.evidence.passages.resolution import Outcome

from .drawn import drawn, resolutions


@pytest.mark.parametrize(
    ("found", "grade"),
    [
        (Outcome.VERIFIED, Grade.VERIFIED),
        (Outcome.AMBIGUOUS, Grade.UNVERIFIED),
        (Outcome.SOURCE_ABSENT, Grade.UNVERIFIED),
        (Outcome.UNKNOWN_SOURCE, Grade.UNVERIFIED),
        (Outcome.WHOLE_SOURCE, Grade.UNVERIFIED),
        (Outcome.MISSING, None),
    ],
)
def test_a_citation_is_as_good_as_what_was_found(found: Outcome, grade: Grade | None) -> None:
    """A found passage is verified, a missing one is no ground, and all else is unverified."""
    m = drawn("P: s1*")
    verdict = evaluate(m, resolutions(m, {"s1": found}))["P"]
    assert verdict.grade is grade
    assert verdict.supported == (grade is not None)


def test_a_line_is_as_good_as_its_weakest_link_and_a_claim_as_its_best_line() -> None:
    """Linked premises take the worse grade, convergent reasons the better."""
    m = drawn("V: s1* \n U: s2* \n H: assumed \n V + U -> L \n U + H -> M \n L -> C \n H -> C \n V -> C")
    evaluation = evaluate(m, resolutions(m, {"s1": Outcome.VERIFIED, "s2": Outcome.SOURCE_ABSENT}))
    grades = {name: verdict.grade for name, verdict in evaluation.items()}
    assert grades["L"] is Grade.UNVERIFIED
    assert grades["M"] is Grade.ASSUMED
    assert grades["C"] is Grade.VERIFIED


def test_a_granted_leaf_has_no_grade() -> None:
    """What only rests on a granted leaf is supported on that basis, but no grade is claimed for it."""
    verdict = evaluate(drawn("P -> C"), basis="granted")["C"]
    assert (verdict.supported, verdict.grade, verdict.standing) == (True, None, Standing.ACCEPTED)


def test_without_resolutions_every_citation_is_unverified() -> None:
    """A map alone tells nothing about its sources."""
    assert evaluate(drawn("P: s1"))["P"].grade is Grade.UNVERIFIED


def test_a_citation_against_a_statement_attacks_it() -> None:
    """A citation of stance *contradicts* beats, unless it is undercut by its id or its passage is missing."""
    assert evaluate(drawn("C: s1, not s2"))["C"].standing is Standing.REJECTED
    assert evaluate(drawn("C: s1, not s2 \n U: s3 \n U -x C@s2"))["C"].standing is Standing.ACCEPTED
    m = drawn("C: s1*, not s2*")
    found = resolutions(m, {"s1": Outcome.VERIFIED, "s2": Outcome.MISSING})
    assert evaluate(m, found)["C"].standing is Standing.ACCEPTED


def test_a_citation_can_be_undercut() -> None:
    """A statement whose only citation is undercut has lost its support."""
    verdict = evaluate(drawn("C: s1 \n U: s2 \n U -x C@s1"))["C"]
    assert (verdict.supported, verdict.standing) == (True, Standing.REJECTED)
    assert verdict.why.lines()[0] == "C is rejected: support lost where U undercuts C@s1"


def test_an_undercut_can_be_undercut() -> None:
    """An undercut that is itself undercut leaves the step alone."""
    m = drawn("P: s1 \n U: s2 \n V: s3 \n P -> C \n U -x (P -> C) \n V -x (U -x P -> C)")
    assert evaluate(m)["C"].standing is Standing.ACCEPTED
    assert evaluate(m).without("s3").after["C"].standing is Standing.REJECTED


def test_questions_take_no_part() -> None:
    """A question has no verdict, and what it is drawn to neither supports nor attacks."""
    evaluation = evaluate(drawn("Q: question, s1 \n C: s2 \n Q -| C \n C -> Q \n Q -> D"))
    assert list(evaluation) == ["C", "D"]
    assert evaluation["C"].modifiers == ()
    assert evaluation["D"].missing == ("D",)


def test_a_relation_that_names_nothing_is_left_aside() -> None:
    """A step with an unknown end neither supports nor attacks."""
    m = drawn("C: s1 \n C -> D \n X -> E")
    m = type(m)(statements=tuple(s for s in m.statements if s.id in "CE"), relations=m.relations)
    evaluation = evaluate(m)
    assert {name: str(standing) for name, standing in evaluation.standings.items()} == {
        "C": "accepted",
        "E": "unsupported",
    }
    assert evaluation["E"].missing == ("E",)


def test_bases_grow() -> None:
    """Citations count on every basis, assumptions from *declared* on, uncited leaves on *granted*."""
    evaluation = evaluate(drawn("P: s1 \n H: assumed \n L: claim"))
    supported = {basis: "".join(name for name, v in evaluation.of(basis).items() if v.supported) for basis in Basis}
    assert supported == {Basis.CITED: "P", Basis.DECLARED: "PH", Basis.GRANTED: "PHL"}
