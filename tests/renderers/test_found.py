"""Which findings a picture shows, and what it says of the others."""

from __future__ import annotations

import pytest
from attrs import evolve

from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding, Severity
from argmap.model.statements import Kind, Statement
from argmap.renderers import Findings, dot


def drawn(view):
    """Return the DOT of a view and what is said beside."""
    made = dot.render(view)
    return made.data.decode(), made.warnings


def many(view, number, alike, severity=Severity.WARNING):
    """Return a view of so many claims, of which some have the same finding."""
    claims = tuple(Statement(f"c{n}", Kind.CLAIM, f"Claim {n}.") for n in range(number))
    same = tuple(Finding("AM210", "statement-without-passage", severity, "…", node=f"c{n}") for n in range(alike))
    return evolve(view(ArgumentMap(statements=claims)), findings=same)


@pytest.mark.parametrize(
    ("wanted", "shown", "said"),
    [
        ("all", {"AM101", "AM104"}, ()),
        ("errors", {"AM104"}, ("1 finding not drawn, as asked: argmap check lists what it finds",)),
        ("none", set(), ("2 findings not drawn, as asked: argmap check lists what it finds",)),
    ],
)
def test_which_findings_are_drawn(view, wanted, shown, said):
    """Errors and warnings, errors alone or none are drawn; how many are not is said, and notes are no matter of it."""
    source, warnings = drawn(view(findings=wanted))
    assert {code for code in ("AM101", "AM104", "AM112") if code in source} == shown
    assert warnings == said


def test_codes_are_named_in_the_legend(view):
    """Each code on a card stands in the legend with the name of its rule and the number of cards."""
    source, _ = drawn(view())
    legend = source[: source.index("subgraph")]
    assert "<B>AM104</B>" in legend
    assert ">missing linked premise (1)<" in legend
    assert "AM101" not in source[source.index("subgraph") :]
    assert "<B>AM104</B>" not in drawn(view(legend=False))[0]


def test_what_the_word_for_the_standing_says_is_not_said_again(view):
    """A finding that a card's word and outline tell has no strip; the legend counts it at what the word means."""
    source, warnings = drawn(view())
    assert "AM101 unsupported claim" not in source
    assert ">rests on nothing yet: AM101 (1)<" in source
    assert not warnings
    other = Finding("AM101", "unsupported-claim", Severity.WARNING, "…", node="open-it")
    assert "! AM101 unsupported claim" in drawn(evolve(view(), findings=(other,)))[0]


def test_what_holds_for_most_cards_is_said_once(view):
    """A warning on more than half of the cards stands under the title with its count, and on no card."""
    source, warnings = drawn(many(view, 16, 9))
    assert source.count("AM210") == 1
    assert "Found for most of the 16 cards, so told here alone: AM210 statement without passage (9)." in source
    assert not warnings


@pytest.mark.parametrize(
    ("cards", "alike", "severity"),
    [(16, 8, Severity.WARNING), (7, 7, Severity.WARNING), (16, 16, Severity.ERROR)],
    ids=["half", "few", "errors"],
)
def test_what_stands_on_each_card(view, cards, alike, severity):
    """A warning on half of the cards or on few, and any error, stands on each card that it is about."""
    source, _ = drawn(many(view, cards, alike, severity))
    assert source.count("! AM210 statement without passage") == alike
    assert "told here alone" not in source


def test_a_plain_picture(view):
    """A plain card has neither badge nor words nor findings; the legend tells the kinds, and a dashed outline stays."""
    source, warnings = drawn(view(plain=True))
    cards = source[source.index("n-open-it") :]
    assert not any(word in cards for word in (">CLAIM<", ">OBJECTION<", "UNSUPPORTED<", "AM1"))
    assert ">implicit<" in cards
    assert "dashed" in cards
    legend = source[: source.index("subgraph")]
    assert all(f">{kind}<" in legend for kind in ("claim", "objection", "question"))
    assert ">10 statements.<" in legend
    assert warnings == drawn(view(findings=Findings.NONE))[1]
