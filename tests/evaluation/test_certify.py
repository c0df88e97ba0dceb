"""Certificates: every label and reason is checked by code that shares nothing with the solver."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.evaluation.certify import certify
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.standing import FALSE, TRUE, UNDECIDED
from argmap.evaluation.verdict import Basis, Why
from argmap.evidence.resolution import Status as Found
from argmap.model.document import ArgumentMap

from .drawn import circles, drawn, maps, resolutions


@pytest.mark.parametrize("basis", Basis)
@given(m=maps(largest=8) | circles())
@settings(max_examples=100)
def test_every_label_and_reason_holds(m: ArgumentMap, basis: Basis) -> None:
    """On any map and basis, nothing is found wrong."""
    assert certify(m, evaluate(m, basis=basis)) == []


@given(m=maps())
@settings(max_examples=50)
def test_labels_hold_with_resolutions(m: ArgumentMap) -> None:
    """Missing passages are no grounds to the certificate either."""
    known = resolutions(m, {"s1": Found.MISSING, "s2": Found.VERIFIED})
    assert certify(m, evaluate(m, known), known) == []


def test_an_undercut_of_a_statement_is_none_to_the_certificate() -> None:
    """An undercut that names a statement strikes at nothing, and the reason of a granted leaf of that name holds."""
    m = drawn("A -> B \n A -x (A)")
    assert certify(m, evaluate(m, basis="granted")) == []


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
    values = evaluation.labelling.values
    for atom, right in enumerate(values):
        for wrong in {TRUE, FALSE, UNDECIDED} - {right}:
            values[atom] = wrong
            assert certify(m, evaluate_again(m, values)) != []
        values[atom] = right


def evaluate_again(m: ArgumentMap, values: list[int]):
    """Evaluate, and put other labels in place before anything is derived from them."""
    evaluation = evaluate(m)
    evaluation.labelling.values[:] = values
    return evaluation


LIES = {
    "beaten by what is no attack": Why("C", "statement", "rejected", "beaten", (), lambda: [strike("P", "fails")]),
    "no reason": Why("C", "statement", "accepted", "argued", (), list),
    "another line": Why("C", "statement", "accepted", "argued", (), lambda: [line("O")]),
    "an attack untold": Why("C", "statement", "accepted", "argued", (), lambda: [line("P")]),
    "another label": Why("C", "statement", "undecided", "deadlock", (), lambda: [strike("O", "undecided")]),
}


def line(premise: str) -> Why:
    """Give a support that stands."""
    return Why(f"{premise} -> C", "support", "stands", "", (premise,), lambda: [fact(premise)])


def strike(premise: str, status: str) -> Why:
    """Give an attack."""
    return Why(f"{premise} -| C", "attack", status, "premise", (premise,), lambda: [fact(premise)])


def fact(name: str) -> Why:
    """Give a cited statement."""
    citation = Why(f"{name}@s1", "citation", "stands", "", ("s1",), list)
    return Why(name, "statement", "accepted", "cited", (), lambda: [citation])


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_wrong_reason_is_found(lie: Why) -> None:
    """A reason that the map does not bear out is noticed."""
    m = drawn("P: s1 \n P -> C \n O -| C")
    evaluation = evaluate(m)
    evaluation.reasons._made["statement", evaluation.graph.index["C"]] = lie
    assert "the reason given for C does not hold" in certify(m, evaluation)
