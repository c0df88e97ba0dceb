"""Answers that decide: each is tried, told in words, and checked against the definition without what it answers."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.certificate.certify import certify
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.prospects import answers
from argmap.model.document import ArgumentMap

from ..strategies import examples
from .drawn import circles, drawn, maps, trade_offs

TOLD = {
    "A: s1 \n B: s2 \n A -| B \n B -| A": (
        "A would be accepted if the attack by B on A were answered, and rejected if the attack by A on B were answered"
    ),
    "A: s1 \n B: s2 \n A >< B": (
        "A would be accepted if the contradiction of B with A were answered, "
        "and rejected if the contradiction of A with B were answered"
    ),
    "A: recommendation, s1 \n O: s2 \n O -| A": (
        "A would be accepted if the attack by O on A were outweighed, and rejected if it weighed more"
    ),
    "A: recommendation, s1, not s2 \n O: s2 \n O -| A": (
        "A would be accepted if the citation of s2 against A and the attack by O on A were outweighed, "
        "and rejected if the citation of s2 against A or the attack by O on A weighed more"
    ),
    "B: s1 \n U: s2 \n B -> A \n U -x (B -> A) \n A -| U": (
        "A would be accepted if the undercut by U of B -> A were answered, "
        "and rejected if the attack by A on U were answered"
    ),
    "B: s1 \n B -| B \n C: s1 \n C -| C \n B + C -> A": "No single answer would decide A",
    "X: s1 \n Y: s2 \n X -| Y \n Y -| X \n A: s3 \n X -| A \n Y -| A": (
        "A would be rejected if the attack by Y on X or the attack by X on Y were answered"
    ),
}


@pytest.mark.parametrize(("text", "told"), TOLD.items())
def test_it_is_told_which_answers_would_decide(text: str, told: str) -> None:
    """What would make a statement accepted is named, and what would make it rejected."""
    assert str(evaluate(drawn(text))["A"].answers) == told


def test_what_is_decided_has_no_answers() -> None:
    """Of a statement that is not undecided, nothing is tried."""
    assert evaluate(drawn("A: s1"))["A"].answers is None


def test_no_single_answer_may_be_enough() -> None:
    """Of two deadlocks, each keeps a statement undecided whatever becomes of the other."""
    pairs = "\n".join(f"{a}: s1 \n {b}: s1 \n {a} -| {b} \n {b} -| {a} \n {b} -| A" for a, b in ("PQ", "RS"))
    found = evaluate(drawn(f"A: s2 \n {pairs}"))["A"].answers
    assert found is not None
    assert {answer.standing for answer in found.deciding} == {Standing.REJECTED}


def test_the_nearest_answers_are_tried_first_and_how_many_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not all are tried, the sentence says so."""
    monkeypatch.setattr(answers, "_MOST_TRIALS", 2)
    monkeypatch.setattr(answers, "_FEWEST_TRIALS", 2)
    found = evaluate(drawn("A: s1 \n B: s2 \n C: s3 \n A -| B \n B -| C \n C -| A"))["A"].answers
    assert str(found) == (
        "A would be accepted if the attack by C on A were answered, "
        "and rejected if the attack by B on C were answered (only the 2 nearest were tried)"
    )


@given(m=maps() | trade_offs() | circles(), basis=st.sampled_from(Basis), data=st.data())
@examples(300)
def test_every_answer_is_checked(m: ArgumentMap, basis: Basis, data) -> None:
    """Each answer holds by the rules without what it answers; another outcome, or another answer, does not."""
    evaluation = evaluate(m, basis=basis)
    claims = evaluation._claims(remarks=False, answered=evaluation)
    assert certify(m, claims).wrong == ()
    if claims.supposed:
        supposed = data.draw(st.sampled_from(claims.supposed))
        others = [standing for standing in Standing if standing is not supposed.standing]
        lies = [
            evolve(supposed, standing=data.draw(st.sampled_from(others))),
            evolve(supposed, dropped=frozenset()),
            evolve(supposed, settled=evaluation.solution.settled),
        ]
        for lie in lies:
            assert certify(m, evolve(claims, supposed=(lie,))).wrong
