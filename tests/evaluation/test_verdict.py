"""An evaluation as a mapping."""

from __future__ import annotations

import pickle

import pytest

from argmap.errors import UnknownNameError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.graph import Graph

from .drawn import drawn


def test_an_unknown_statement_is_an_error_with_a_suggestion() -> None:
    """Asking for what is not there names what is."""
    with pytest.raises(UnknownNameError, match="did you mean 'claim-1'"):
        evaluate(drawn("claim-1: s1"))["clam-1"]


def test_it_is_a_mapping_over_what_is_no_question() -> None:
    """Ids come in the order of the map; a question is not in it."""
    evaluation = evaluate(drawn("B: s1 \n Q: question \n A: s2"))
    assert (list(evaluation), len(evaluation), "Q" in evaluation, 3 in evaluation) == (["B", "A"], 2, False, False)
    assert evaluation.get("Q") is None
    assert evaluation.get("Q", "none") == "none"
    assert evaluation.get("A") is evaluation["A"]


def test_a_basis_must_be_one_of_four() -> None:
    """A word that is no basis is refused."""
    with pytest.raises(ValueError, match="hoped"):
        evaluate(drawn("A: s1"), basis="hoped")


def test_the_other_bases_are_at_hand() -> None:
    """The evaluation on another basis is the same object whenever it is asked for."""
    evaluation = evaluate(drawn("A: s1"))
    assert evaluation.of("cited") is evaluation.of(Basis.CITED)
    assert evaluation.of("cited").of("declared") is evaluation


def test_an_empty_map_has_no_verdicts() -> None:
    """Nothing is said of nothing."""
    evaluation = evaluate(drawn(""))
    assert dict(evaluation) == {}
    assert (evaluation.circular, evaluation.question_begging, dict(evaluation.failure_points)) == ((), (), {})


def test_look_ups_can_be_shared() -> None:
    """A graph that is at hand is used."""
    m = drawn("P: s1 \n P -> C")
    graph = Graph.of(m)
    assert evaluate(m, graph=graph).graph is graph


def test_an_evaluation_can_be_sent_to_another_process() -> None:
    """It can be pickled, with what was worked out and what was not."""
    evaluation = evaluate(drawn("P: s1 \n P -> C \n O -| C"))
    lines = evaluation["C"].why.lines()
    sent = pickle.loads(pickle.dumps(evaluation))  # noqa: S301  our own bytes
    assert sent["C"].standing is Standing.ACCEPTED
    assert sent["C"].why.lines() == lines
    assert sent["P"].why.lines() == evaluation["P"].why.lines()
