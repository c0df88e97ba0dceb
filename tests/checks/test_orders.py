"""Checks of values: AM508 and AM509."""

from __future__ import annotations

import pytest

MAP = """
orders: {{{orders}}}
nodes:
  r: {{recommendation: R., because: [{{reason: p, values: [safety, calm]}}], but: [{{reason: o, values: time}}]}}
  p: {{premise: P.}}
  o: {{objection: O.}}
"""


@pytest.mark.parametrize(
    ("orders", "said"),
    [
        ("a: safety > time", []),
        (
            "a: [safety > time, time > calm, calm > safety]",
            ["the order 'a' ranks 'safety', 'time' and 'calm' in a circle: take out"],
        ),
        (
            "a: safety > safety, b: safety > time > safety",
            ["the order 'a' ranks 'safety' above itself", "the order 'b' ranks 'safety' and 'time' in a circle"],
        ),
    ],
)
def test_a_circle_is_told_for_each_order(orders, said, messages):
    """Values that rank above each other are named with their order; one may rank above itself."""
    found = messages("circular_order", MAP.format(orders=orders))
    assert len(found) == len(said)
    assert all(message.startswith(start) for message, start in zip(found, said, strict=True))


def test_values_are_named_and_ranked(messages):
    """A value that is only named, or only ranked, is told once, with the one that was probably meant."""
    assert messages("unranked_value", MAP.format(orders="a: safety > tyme, b: tyme > safety")) == [
        "no order ranks the value 'calm': rank it, or correct it",
        "no order ranks the value 'time': did you mean 'tyme'?",
        "no reason or objection has the value 'tyme' under 'values:': did you mean 'time'?",
    ]
    assert messages("unranked_value", MAP.format(orders="a: safety > calm > time")) == []


def test_values_that_a_word_joins_are_told_apart(messages):
    """A text that joins known values is told as those, where it is ranked and where it is named."""
    assert messages("unranked_value", MAP.format(orders="a: time > safety and calm")) == [
        "no order ranks the value 'safety': rank it, or correct it",
        "no order ranks the value 'calm': rank it, or correct it",
        (
            "no reason or objection has the value 'safety and calm' under 'values:': "
            "rank 'safety' and 'calm' in chains of their own"
        ),
    ]
    named = MAP.replace("[safety, calm]", '"safety, calm"').format(orders="a: [time > safety, time > calm]")
    assert messages("unranked_value", named)[0] == "no order ranks the value 'safety, calm': write [safety, calm]"


def test_values_without_orders_are_nobodys_business(messages):
    """A map whose reasons name values, and that has no orders, is told nothing."""
    assert messages("unranked_value", MAP.replace("orders: {{{orders}}}\n", "").format()) == []
