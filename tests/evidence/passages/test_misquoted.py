"""What differs between a quotation and the place most like it."""

from __future__ import annotations

import pytest

from argmap.evidence.passages.misquoted import misquoted
from argmap.model.citations import Selector

LONG = " ".join(f"w{at}" for at in range(70))


@pytest.mark.parametrize(
    ("quote", "there", "said"),
    [
        ("it fell", "it  fell", "'it fell'"),
        ("it fell … 4 m", "it fell", "only 'it fell'"),
        ("x- it fell", "it fell", "'it fell', but not between the words around it"),
        ("44 streets", "41 streets", "'41 streets': '41' there, where you wrote '44'"),
        ("it fell again", "it fell", "'it fell': without 'again'"),
        ("it fell", "it never fell", "'it never fell': with 'never'"),
        ("水位五天", "水位三天", "'水位三天', where you wrote '水位五天'"),
        (LONG, LONG.replace("w5 ", "v5 "), "'w0 w1 w2 w3 w4 v5 w6 w7 …'"),
        (
            "a b c d e f g h i",
            "a B c D e F g H i",
            (
                "'a B c D e F g H …': 'B' there, where you wrote 'b', 'D' there, where you wrote 'd', "
                "'F' there, where you wrote 'f', and more"
            ),
        ),
    ],
)
def test_the_words_that_differ_are_named(quote, there, said) -> None:
    """The place is shown, its first eight words, and at most three differences."""
    assert misquoted(Selector(quote), there) == said
