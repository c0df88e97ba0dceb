"""What the page evaluates is what the library evaluates: the same vectors, in a real browser."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, given

import argmap
from argmap.evaluation.evaluate import evaluate

from ..evaluation.drawn import Graded, circles, drawn, maps, measured, trade_offs, with_grades
from ..renderers.html.vectors import vectors
from ..strategies import examples
from ..tangles import tangles

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "arguments", ROOT / "docs" / "examples")
SHIPPED = [file for folder in FOLDERS for file in sorted(folder.iterdir()) if file.suffix in (".yaml", ".argdown")]
ASSETS = files("argmap.renderers.html") / "assets"
SCRIPTS = ("program", "grounding", "model", "suppose")
COMPARE = """vectors => vectors.flatMap(({ program, cases }) => cases
    .map(({ removed, labels }) => ({ removed, labels, found: suppose(program, removed) }))
    .filter(({ labels, found }) => JSON.stringify(labels) !== JSON.stringify(found)))"""


@pytest.fixture(scope="module")
def differences(browser):
    """Return a function that gives what the browser finds otherwise than some vectors say."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(content=(ASSETS / f"{name}.js").read_text(encoding="utf-8"))
    yield lambda made: page.evaluate(COMPARE, made)
    page.close()


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_shipped_maps_without_each_source_and_statement(differences, file):
    """The shipped maps say in the page what they say in the library, whatever is taken away, under each order."""
    analysis = argmap.analyse(argmap.load(file))
    under = [analysis.weighed_by(order) for order in (None, *(order.id for order in analysis.map.orders))]
    made = [vectors(each.map, each.evaluation) for each in under]
    assert sum(len(each["cases"]) for each in made) > len(analysis.map)
    assert differences(made) == []


def test_drawn_maps_without_each_source_and_statement(differences):
    """So do maps at random: weights, standards, orders, judgements, undercuts, circles, contradictions, questions."""
    made: list[Any] = []

    @given(graded=with_grades(maps() | circles() | trade_offs() | tangles() | circles().flatmap(measured)))
    @examples(300, phases=[Phase.generate], database=None)
    def draw(graded: Graded) -> None:
        m, grades = graded
        seen = (evaluate(evolve(m, audience=audience), grades) for audience in (None, *m.orders))
        made.extend(vectors(m, evaluation) for evaluation in seen)

    draw()
    words = {
        word for each in made for case in each["cases"] for label in case["labels"] if label for word in label["words"]
    }
    assert {"to weigh", "circular", "conditional", "open challenge", "contested", "disputed", "own word"} <= words
    assert differences(made) == []


def test_an_undecided_judgement_leaves_nothing_to_weigh(differences):
    """Where only an undecided reason outweighs what is heavier, the statement is undecided for that, not to weigh."""
    sides = "P: s1 \n O: s2 \n W: s3 \n V: s3 \n W -| V \n V -| W"
    m = drawn(f"{sides} \n C: preponderance \n P -> C .3 \n O -| C .8 < W")
    made = vectors(m, evaluate(m))
    assert made["cases"][0]["labels"][-1]["words"] == ["undecided"]
    assert differences([made]) == []


def test_a_ring_of_a_thousand_statements_falls_at_once(differences):
    """What only a source held up in a ring of supports falls without it, however long the ring."""
    ring = "\n".join(f"S{number} -> S{(number + 1) % 1000}" for number in range(1000))
    m = drawn(f"S0: s1 \n {ring}")
    made = vectors(m, evaluate(m), [{"sources": [], "statements": []}, {"sources": ["s1"], "statements": []}])
    whole, without = (case["labels"][500] for case in made["cases"])
    assert (whole["standing"], without["words"]) == ("accepted", ["circular"])
    assert differences([made]) == []
