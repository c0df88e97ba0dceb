"""Reasons as trees, lines and data."""

from __future__ import annotations

import json

from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.why import as_list
from argmap.model.document import ArgumentMap

from .drawn import drawn, maps


def lines(text: str, name: str, basis: str = "declared") -> list[str]:
    """Return the reason behind a statement's label in readers' words."""
    return [line.strip() for line in evaluate(drawn(text), basis=basis)[name].why.lines()]


def test_every_kind_of_ground_is_named() -> None:
    """A citation is named by its source; assumed and granted statements say so."""
    assert lines("P: s1", "P") == ["P is accepted: s1 is cited for it (unverified)"]
    assert lines("P: assumed", "P") == ["P is accepted: it is assumed"]
    assert lines("P: claim", "P", "granted") == ["P is accepted: it is granted"]
    assert lines("Q: s1 \n P: assumed \n Q -> P", "P")[0] == (
        "P is accepted: Q supports it (unverified); also supported by what is assumed (assumed)"
    )
    assert lines("Q: assumed \n P: assumed \n Q -> P", "P")[0] == (
        "P is accepted: it is assumed; also supported by Q (assumed)"
    )


def test_linked_premises_are_named_together() -> None:
    """A linked step names all of its premises."""
    assert lines("A: s1 \n B: s1 \n A + B -> C", "C")[0] == "C is accepted: A + B support it"


def test_a_citation_that_beats_is_named_by_its_source() -> None:
    """A citation against a statement beats it by name."""
    assert lines("C: s1, not s2", "C") == ["C is rejected: beaten by a citation of s2"]


def test_an_undercut_of_an_attack_answers_it() -> None:
    """An attack that is undercut fails, and the undercut says why."""
    assert lines("C: s1 \n O: s2 \n U: s3 \n O -| C \n U -x (O -| C)", "C") == [
        "C is accepted: s1 is cited for it (unverified)",
        "O -| C fails: U undercuts O -| C",
        "U is accepted: s3 is cited for it (unverified)",
    ]


def test_an_undercut_that_fails_is_told_below_the_line_it_strikes() -> None:
    """A line that stands in spite of an undercut says why the undercut fails."""
    assert lines("P: s1 \n P -> C \n U -x (P -> C)", "C")[2:] == [
        "U -x P -> C fails: U is unsupported",
        "U is unsupported: nothing is cited for it",
    ]


def test_a_reason_needed_twice_is_told_once() -> None:
    """The second time, a reason refers to the first."""
    told = lines("E: s1 \n E -> P \n P -> A \n P -> B \n A + B -> C", "C")
    assert told.count("P is accepted: E supports it") == 1
    assert told.count("P is accepted: E supports it (see above)") == 1


def test_lines_can_be_had_one_by_one_and_from_near_by() -> None:
    """A reader who has read enough lines asks for no more, or only for those of what a statement rests on directly."""
    why = evaluate(drawn("E: s1 \n E -> P \n P -> C"))["C"].why
    assert next(why.told()) == why.lines()[0]
    assert [list(why.told(depth=depth)) for depth in (0, 1, 2)] == [why.lines()[:count] for count in (1, 2, 3)]


def test_reasons_are_shared() -> None:
    """The reason behind a label is one object wherever it is needed."""
    evaluation = evaluate(drawn("P: s1 \n P -> C"))
    (step,) = evaluation["C"].why.children
    assert step.children == (evaluation["P"].why,)


@given(m=maps())
def test_data_lists_each_reason_once_and_refers_to_it(m: ArgumentMap) -> None:
    """As data, a tree is a list of all reasons below a root, each once, whose children are places in the list."""
    for verdict in evaluate(m).values():
        reasons = verdict.why.as_dict()["reasons"]
        assert json.loads(json.dumps(reasons)) == reasons
        assert (reasons[0]["id"], reasons[0]["status"]) == (verdict.id, verdict.standing)
        keys = [(r["kind"], r["id"], *r["names"]) for r in reasons]
        assert {child for r in reasons for child in r["children"]} | {0} == set(range(len(reasons)))
        met = {(w.kind, w.id, *w.names) for _, w, _ in verdict.why.walk()}
        assert set(keys) == met


def test_several_roots_share_their_data() -> None:
    """Asked for together, reasons come first and in order, and what they share is listed once."""
    evaluation = evaluate(drawn("P: s1 \n P -> C \n P -> D"))
    reasons = as_list([verdict.why for verdict in evaluation.values()])
    assert [r["id"] for r in reasons] == ["P", "C", "D", "P@s1", "P -> C", "P -> D"]
    assert [r["children"] for r in reasons] == [[3], [4], [5], [], [0], [0]]
