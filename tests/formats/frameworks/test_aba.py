"""Flat ABA theories as maps, and maps as such theories."""

from __future__ import annotations

from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.formats.frameworks.aba import read, write
from argmap.frameworks.structured.aba import AbaTheory, instantiate
from argmap.frameworks.structured.iccma import write_aba

from ...evaluation.drawn import drawn
from ...evaluation.exports.test_structured import in_and_open
from ...frameworks.structured.test_aba import theories
from ...strategies import examples
from .standing import told


@given(theory=theories())
@examples(200)
def test_a_theory_stands_as_its_map_does(theory: AbaTheory) -> None:
    """What grounded arguments of a theory derive is accepted in its map, what none of them attacks undecided."""
    made = instantiate(theory)
    true, possible = map(made.holding, in_and_open(made.framework))
    for name, verdict in evaluate(read(write_aba(theory), "")).items():
        assert told(verdict) == ("accepted" if name in true else "undecided" if name in possible else "no")


def test_a_map_as_a_solver_reads_it() -> None:
    """Comments name the atoms; what is denied is an assumption."""
    writing = write(drawn("rain: s1 \n cover: s2 \n rain -> wet \n cover -| wet"))
    assert writing.text.splitlines() == [
        "p aba 5",
        "# 1 not beaten: wet",
        "# 2 beaten: wet",
        "# 3 rain",
        "# 4 cover",
        "# 5 wet",
        "a 1",
        "c 1 2",
        "r 3",
        "r 4",
        "r 5 3 1",
        "r 2 4",
    ]
    assert len(writing.findings) == 2


def test_statements_stand_where_their_atoms_are_first_named() -> None:
    """A finding on a statement points at the first line that names its atom."""
    text = "p aba 3\n# 2 wet\na 1\nr 3 1\nr 2 3\n"
    m = read(text, "x.aba")
    assert {s.id: text[s.span.start - 2 : s.span.end] for s in m if s.span} == {"1": "a 1", "3": "r 3", "wet": "r 2"}
