"""Which claims compete."""

from __future__ import annotations

import pytest

from argmap.graph import Graph
from argmap.workflows.matrix.rivals import Rivals, answers, compared, competing_with, rivals

from ...evaluation.drawn import drawn


def found(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Return the groups of a map: the question and the names of the claims."""
    return [(each.question, each.names) for each in rivals(Graph.of(drawn(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A >< B", [(None, ("A", "B"))]),
        ("C: claim \n A >< B \n B >< C", [(None, ("C", "A", "B"))]),
        ("A >< B \n C + D >< E", [(None, ("A", "B")), (None, ("C", "D", "E"))]),
        ("A >< A", []),
        ("A: question \n A >< B", []),
        ("A -| B \n B -| A", []),
    ],
)
def test_what_contradictions_join_competes(text: str, expected: list) -> None:
    """A group is all that contradictions join, in the order of the map; no question, and nothing by itself."""
    assert found(text) == expected


def test_answers_to_one_question_compete() -> None:
    """They are the reasons that are listed for it, linked ones as one answer; objections and questions are none."""
    text = "Q: question \n P: question \n A -> Q \n B + C -> Q \n A -> Q \n D -| Q \n P -> Q \n E -> P"
    assert found(text) == [("Q", ("A", "B + C"))]
    assert answers(Graph.of(drawn(text)), "P") == Rivals((("E",),), "P")


def test_what_contradicts_an_answer_does_not_compete_with_it_unless_it_is_one() -> None:
    """Contradictions of answers make no group of their own; asked for by what is no answer, they do."""
    text = "Q: question \n A -> Q \n B -> Q \n A >< B \n B >< D"
    assert found(text) == [("Q", ("A", "B"))]
    graph = Graph.of(drawn(text))
    assert [each.names for each in competing_with(graph, "B")] == [("A", "B")]
    assert [each.names for each in competing_with(graph, "D")] == [("A", "B", "D")]
    assert competing_with(graph, "Q") == []


def test_of_named_claims_those_that_compete_with_all_of_them_are_the_others() -> None:
    """They are the other answers to the same question, or else what contradictions join with all of them."""
    graph = Graph.of(drawn("Q: question \n A -> Q \n B -> Q \n C -> Q \n A >< D \n D >< E"))
    assert compared(graph, ["B", "A"]) == Rivals((("B",), ("A",)), others=("C",))
    assert compared(graph, ["A", "D"]) == Rivals((("A",), ("D",)), others=("E",))
    assert compared(graph, ["B", "D"]) == Rivals((("B",), ("D",)))


def test_claims_exclude_each_other_if_every_two_are_drawn_to() -> None:
    """Linked statements are excluded with one of them."""
    graph = Graph.of(drawn("A >< B \n B >< C + D"))
    assert Rivals((("A",), ("B",))).exclude_each_other(graph)
    assert Rivals((("A", "C"), ("B",))).exclude_each_other(graph)
    assert not Rivals((("A",), ("B",), ("C",))).exclude_each_other(graph)
