"""The matrix: its rows, what tells most, and what is counted."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap import analyse
from argmap.evaluation.labels import Basis, Grade
from argmap.model.document import ArgumentMap
from argmap.model.sources import Source
from argmap.workflows.matrix import matrix as module
from argmap.workflows.matrix.lines import Bearing, Mark, Side
from argmap.workflows.matrix.matrix import Apart, Count, Matrix, Row, matrix
from argmap.workflows.matrix.rivals import Rivals
from argmap.workflows.matrix.writing import in_words

from ...evaluation.drawn import drawn

DIRECT, INDIRECT = Mark(direct=True, stands=True), Mark(direct=False, stands=True)
FALLEN = Mark(direct=True, stands=False)


def of(text: str | ArgumentMap, claims: str = "A B", **how: object) -> Matrix:
    """Compare some claims of a map; those that are not in it have no reasons."""
    names = claims.split()
    if isinstance(text, str):
        known = drawn(text)
        text = drawn("\n".join([text, *(f"{name}: claim" for name in names if name not in known)]))
    return matrix(analyse(text), Rivals(tuple((name,) for name in names)), **how)


def told(text: str, claims: str = "A B", **how: object) -> dict[str, list[str]]:
    """Return what each piece of evidence says of each claim, in words."""
    found = of(text, claims, **how)
    return {row.name: [in_words(row, at) for at in range(row.claims)] for row in found.rows}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("E: s1 \n E -> A", "for"),
        ("E: s1 \n E -| A", "against"),
        ("E: s1 \n E -> X \n X -> A", "indirectly for"),
        ("E: s1 \n E -> X \n X -| A", "indirectly against"),
        ("E: s1 \n E -| X \n X -| A", "indirectly for"),
        ("E: s1 \n X -> A \n E -x (X -> A)", "indirectly against"),
        ("E: s1 \n X -| A \n E -x (X -| A)", "indirectly for"),
        ("E: s1 \n X: s2 \n X -> A \n Y -x (X -> A) \n E -x (Y -x X -> A)", "indirectly for"),
        ("E: s1 \n E >< X \n X -> A", "indirectly against"),
        ("E: s1 \n X -| A weighs < E", "indirectly for"),
        ("E: s1 \n E -> A \n E -| A", "for; against"),
        ("E: s1 \n E + X -> A", "for (does not stand)"),
        ("E: s1, not s2 \n E -> A", "for (does not stand)"),
        ("E: assumed \n E -> A", "for"),
    ],
)
def test_what_evidence_says_follows_the_lines(text: str, says: str) -> None:
    """A support changes nothing, each attack, contradiction, undercut and outweighing turns it round."""
    assert told(text)["E"] == [says, ""]


def test_a_claim_speaks_for_itself_by_a_ground_of_its_own() -> None:
    """A citation against it is a row by itself."""
    assert told("A: s1, not s2") == {"A": ["for", ""], "A@s2": ["against", ""]}


def test_what_a_standard_asks_for_is_no_evidence() -> None:
    """What weighs enough speaks for the claim once, what it outweighs against it, and the standard says nothing."""
    found = told("A: clear-and-convincing, s1 .9, not s2 .1 \n E: s3 \n E -> A .8")
    assert found == {"A": ["for", ""], "A@s2": ["against (does not stand)", ""], "E": ["for", ""]}


def test_what_makes_claims_compete_leads_nowhere() -> None:
    """Contradictions between them and attacks of one on another are left aside, supports and other attacks are not."""
    assert told("E: s1 \n E -> A \n A >< B \n A -| B") == {"E": ["for", ""]}
    assert told("E: s1 \n E -> C \n C >< A", "A B C") == {"E": ["", "", "for"]}
    assert told("E: s1 \n E -> C \n C >< A") == {"E": ["indirectly against", ""]}
    assert told("E: s1 \n E >< A") == {"E": ["against", ""]}
    assert told("E: s1 \n E -> A \n A -> B") == {"E": ["for", "indirectly for"]}
    assert told("E: s1 \n F: s1 \n E -> A \n A + F -| B") == {"F": ["", "against"], "E": ["for", ""]}


def test_a_line_stands_if_all_on_it_is_as_its_ground_has_it() -> None:
    """What becomes of the claim itself does not matter, nor what else beats what the evidence beats."""
    assert told("E: s1 \n E -> A \n X: s2 \n X -| A")["E"] == ["for", ""]
    assert told("E: s1 \n E -> Y \n Y -> A \n X: s2 \n X -| Y") == {
        "E": ["indirectly for (does not stand)", ""],
        "X": ["indirectly against", ""],
    }
    assert told("E: s1 \n E -| Y \n Y: s2 \n F: s3 \n F -| Y \n Y -| A")["E"] == ["indirectly for", ""]
    assert told("E: s1 \n E -x (Y -> A) \n Y: s2 \n Y -> A \n X: s3 \n X -| E")["E"] == [
        "indirectly against (does not stand)",
        "",
    ]


def test_a_cost_stands_until_it_is_outweighed() -> None:
    """That nobody has weighed it does not make it fall."""
    cost = "A: recommendation \n P: s1 \n P -> A \n E: s2 \n E -| A"
    assert told(f"{cost}")["E"] == ["against", ""]
    assert told(f"{cost} < P")["E"] == ["against (does not stand)", ""]


def test_lines_may_go_round() -> None:
    """A circle of supports says what leads into it; one with an odd number of attacks says both."""
    assert told("E: s1 \n E -> X \n X -> Y \n Y -> X \n Y -> A")["E"] == ["indirectly for", ""]
    odd = told("E: s1 \n E -> X \n X -| Y \n Y -> X \n Y -> A")["E"][0]
    assert odd.startswith("indirectly for (does not stand); indirectly against")


def test_claims_that_answer_together_are_one() -> None:
    """What speaks for or against one of them speaks so of the whole."""
    m = drawn("E: s1 \n F: s2 \n E -> A \n F -| B \n C: claim")
    found = matrix(analyse(m), Rivals((("A", "B"), ("C",))))
    assert {row.name: (row.pro(0), row.con(0)) for row in found.rows} == {"E": (DIRECT, None), "F": (None, DIRECT)}
    assert found.texts == ("A + B", "C")


def test_what_tells_most_comes_first_and_what_says_the_same_of_all_last() -> None:
    """For against against tells more than for alone; lines that stand count before those that do not."""
    text = """
    SAME: s1 \n SAME -> A \n SAME -> B \n SAME -> C
    ONE: s1 \n ONE -> A
    FALLEN: s1, not s2 \n FALLEN -> A \n FALLEN -| B
    MOST: s1 \n MOST -> A \n MOST -| B \n MOST -| C
    """
    rows = of(text, "A B C").rows
    assert [(row.name, row.apart, row.diagnosticity) for row in rows if "@" not in row.name] == [
        ("MOST", Apart.YES, (4, 4)),
        ("ONE", Apart.YES, (2, 2)),
        ("FALLEN", Apart.AS_DRAWN, (0, 4)),
        ("SAME", Apart.NO, (0, 0)),
    ]


@given(st.data())
def test_diagnosticity_is_what_pairs_of_claims_differ_by(data: st.DataObject) -> None:
    """It is the sum of the differences between all pairs, where for is 1, against is -1, and both or neither 0."""
    count = data.draw(st.integers(1, 6))
    pro, con = (data.draw(st.integers(0, 2**count - 1)) for _ in range(2))
    worth = [(pro >> at & 1) - (con >> at & 1) for at in range(count)]
    spread = sum(abs(one - other) for at, one in enumerate(worth) for other in worth[at + 1 :])
    row = Row("E", "", (), None, Bearing(Side(pro, 0, 0), Side(con, 0, pro & con)), count)
    assert row.diagnosticity[1] == spread


def test_evidence_without_a_ground_that_counts_is_left_out_and_named() -> None:
    """On granted grounds it has its row."""
    text = "E: s1 \n E -> A \n L -> A \n X -| B \n D: assumed \n D -> B"
    assert of(text).left_out == ("L", "X")
    assert of(text, basis=Basis.CITED).left_out == ("L", "X", "D")
    granted = of(text, basis=Basis.GRANTED)
    assert granted.left_out == ()
    assert {row.name: row.grade for row in granted.rows} == {
        "E": Grade.UNVERIFIED,
        "L": None,
        "X": None,
        "D": Grade.ASSUMED,
    }


def test_rows_may_be_sources() -> None:
    """A source says what all that is cited from it says; assumptions have none."""
    text = "E: s1 \n F: s1, s2 \n D: assumed \n E -> A \n F -| A \n D -> A"
    found = of(text, by_source=True)
    assert {row.name: (row.pro(0), row.con(0)) for row in found.rows} == {
        "s1": (DIRECT, DIRECT),
        "s2": (None, DIRECT),
    }


def test_sources_that_report_the_same_one_are_counted_once() -> None:
    """Behind the pieces of evidence that stand, what the sources go back to in the end is counted."""
    m = drawn("E: s1, s2 \n F: s3, not x \n G: s4 \n E -> A \n F -> A \n G -> A \n B: claim")
    records = (Source("s1", based_on=("paper",)), Source("s2", based_on=("paper",)), Source("s4", based_on=("s4",)))
    found = of(evolve(m, sources=records))
    assert found.count_pro(0) == Count(3, 2, 2)
    assert found.count_con(0) == Count(1, 1, 1)
    assert found.count_pro(1) == Count(0, 0, 0)


def test_of_very_many_claims_the_first_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of the others is told; evidence for them does not count against the first."""
    monkeypatch.setattr(module, "MOST_CLAIMS", 2)
    found = of("E: s1 \n E -> C \n C >< A", "A B C")
    assert (found.names, found.more, found.rows) == (("A", "B"), 1, ())
