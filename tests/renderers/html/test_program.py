"""The program of a map as the page has it."""

from __future__ import annotations

import json

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.renderers.html.program import compact

from ...evaluation.drawn import Graded, circles, drawn, maps, trade_offs, with_grades
from ...strategies import examples
from ...tangles import tangles
from .vectors import told_by_what_if, vectors


def test_a_program_is_numbers() -> None:
    """Atoms are numbered as the library numbers them, and each rule has the source that it cites."""
    program = compact(evaluate(drawn("P: s1 \n O: s2 \n P -> C \n O -| C")).solutions.grounding.program)
    assert json.loads(json.dumps(program)) == {
        "ids": ["P", "O", "C"],
        "questions": [],
        "sources": ["s1", "s2"],
        "beaten": [2],
        "cut": 0,
        "weighed": 0,
        "loops": [0, 0, 0],
        "heads": [0, 1, 0, 1, 2, 3],
        "positive": [[], [], [], [], [0], [1]],
        "negative": [[], [], [], [], [3], []],
        "levels": [1, 1, 6, 6, 0, 0],
        "made": [0, 0, 1, 1, 0, 0],
        "cited": [0, 1, -1, -1, -1, -1],
        "compared": [],
    }


@given(graded=with_grades(maps() | circles() | trade_offs() | tangles()), data=st.data())
@examples(150)
def test_labels_without_something_are_those_of_what_if(graded: Graded, data: st.DataObject) -> None:
    """The labels that the page is tested with are those that what-if tells, whatever is taken away, under any order."""
    m, grades = graded
    if m.orders:
        m = evolve(m, audience=data.draw(st.sampled_from([None, *m.orders])))
    evaluation = evaluate(m, grades)
    for case in vectors(m, evaluation)["cases"]:
        found = [(label["standing"], label["grade"]) for label in case["labels"] if label]
        assert found == list(told_by_what_if(m, evaluation, grades, case["removed"]))
