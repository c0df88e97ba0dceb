"""Judgements, orders and expectations that make no sense: one finding each, the same in every format."""

from __future__ import annotations

import json
from collections import Counter

import pytest

import argmap
from argmap.evaluation.labels import Standing

JUDGEMENTS = {
    "of nothing": ([], "AM005"),
    "of an empty text": ("", "AM005"),
    "of itself": ("c", "AM507"),
    "of what rests on it": ("rests", "AM507"),
    "of what it speaks against": ("r", "AM507"),
    "of a question": ("q", "AM115"),
    "of what is not there": ("nobody", "AM501"),
    "of what falls with something that is not there": ("p + nobody", "AM501"),
    "twice": (["p", "p"], "AM503"),
    "twice in other words": (["p + s", "s + p"], "AM503"),
    "twice in one": ("p + p", "AM503"),
    "half": ("p +", "AM004"),
}
ORDERS = {
    "in a circle": (["a > b", "b > c", "c > a"], "AM508"),
    "above itself": ("a > a", "AM508"),
    "of one value": ("a", "AM004"),
    "of nothing": ([], "AM004"),
}
EXPECTED = {
    "of what is not there": ({"nobody": "accepted"}, "AM501"),
    "of a question": ({"q": "accepted"}, "AM113"),
    "of a word that is none": ({"p": "maybe"}, "AM004"),
}
ALSO = {"AM107", "AM108", "AM112", "AM114", "AM509", "AM111"}
"""What the map of the cases has besides, and what follows."""


def documents(judgement="p", orders=None, expected=None):
    """Write one map in each format."""
    nodes = {
        "r": {
            "recommendation": "R.",
            "because": ["p"],
            "but": [{"reason": "c", "outweighed-by": judgement, "note": "N"}],
        },
        "p": {"claim": "P.", "cite": "s p. 1"},
        "s": {"claim": "S.", "cite": "s p. 3"},
        "c": {"claim": "C.", "cite": "s p. 2"},
        "rests": {"claim": "Rests.", "because": ["c"]},
        "q": {"question": "Q?"},
    }
    head = {"sources": {"s": "Source"}}
    head |= {"orders": {"o": orders}} if orders is not None else {}
    head |= {"expect": expected} if expected else {}
    text = json.dumps({**head, "nodes": nodes}, indent=1)
    argdown = "===\n" + "".join(f"{key}: {json.dumps(value)}\n" for key, value in head.items())
    argdown += f"""===

[R]: R. #recommendation
  + [P]
  - [C] {{outweighed-by: {json.dumps(judgement)}, why: N}}

[P]: P. {{cite: s p. 1}}

[S]: S. {{cite: s p. 3}}

[C]: C. {{cite: s p. 2}}

[Rests]: Rests.
  + [C]

[Q]: Q? #question
"""
    return {"json": text, "yaml": text, "argdown": argdown}


def told(document, name):
    """Return the codes of what is found, without what any such map has."""
    return Counter(f.code for f in argmap.check(argmap.loads(document, format=name)) if f.code not in ALSO)


@pytest.mark.parametrize("name", ["yaml", "json", "argdown"])
@pytest.mark.parametrize(("judgement", "code"), JUDGEMENTS.values(), ids=JUDGEMENTS)
def test_judgements(judgement, code, name) -> None:
    """What cannot outweigh an objection is told once, and outweighs nothing; what rests on it counts as written."""
    document = documents(judgement)[name]
    assert told(document, name) == {code: 1}
    standing = argmap.analyse(argmap.loads(document, format=name)).evaluation["r"].standing
    assert standing is (Standing.ACCEPTED if judgement == "rests" or code == "AM503" else Standing.UNDECIDED)


@pytest.mark.parametrize("name", ["yaml", "json", "argdown"])
@pytest.mark.parametrize(("orders", "code"), ORDERS.values(), ids=ORDERS)
def test_orders(orders, code, name) -> None:
    """An order that ranks nothing, or in a circle, is told once."""
    assert told(documents(orders=orders)[name], name) == {code: 1}


@pytest.mark.parametrize("name", ["yaml", "json", "argdown"])
@pytest.mark.parametrize(("expected", "code"), EXPECTED.values(), ids=EXPECTED)
def test_expectations(expected, code, name) -> None:
    """An expectation that cannot come true is told once."""
    assert told(documents(expected=expected)[name], name) == {code: 1}


@pytest.mark.parametrize("name", ["json", "argdown"])
def test_everything_attacks_everything(name) -> None:
    """A hundred statements that each attack all others are undecided, and nothing is guessed."""
    ids = [f"s{number}" for number in range(100)]
    nodes = {each: {"claim": "C.", "cite": "m", "but": [other for other in ids if other != each]} for each in ids}
    argdown = "\n\n".join(
        f"[{each}]: C. {{cite: m}}\n" + "\n".join(f"  - [{other}]" for other in ids if other != each) for each in ids
    )
    document = json.dumps({"nodes": nodes}) if name == "json" else argdown
    evaluation = argmap.analyse(argmap.loads(document, format=name)).evaluation
    assert set(evaluation.standings.values()) == {Standing.UNDECIDED}
