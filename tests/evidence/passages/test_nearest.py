"""The place most like a phrase that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.passages.nearest import nearest
from argmap.evidence.passages.search import Searched

TEXT = "In May the office looked at twenty wells. The wells ran dry in June, and the lorries came from town."


def found(phrase, text=TEXT):
    """Return the words of the place most like a phrase."""
    searched = Searched(text)
    (place,) = nearest([phrase], searched)
    return place and searched.normal.text[place.span.start : place.span.end]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the lories came", "the lorries came"),
        ("twentey wells", "twenty wells"),
        ("wells rand dry", "wells ran dry"),
        ("ells ran dry in Jun", "wells ran dry in June"),
        ("office lookd at twenty", "office looked at twenty"),
        ("The wells ran entirely dry in June, and the lorries came", "The wells ran dry in June, and the lorries came"),
        ("dry land", None),
        ("June", "June"),
        ("Juni", None),
        ("...", None),
        ("", None),
    ],
)
def test_a_slip_in_a_phrase_of_a_few_words_does_not_hide_it(phrase, words) -> None:
    """One wrong letter in two or three words, or a word cut at its end, still leads to the place, in whole words."""
    assert found(phrase) == words


def test_phrases_are_answered_in_order() -> None:
    """Each phrase has its own answer, whichever way it is found, or None."""
    spans = nearest(["nothing alike", "the lories", "", "The wells ran dry in Juni, and the lorries"], Searched(TEXT))
    assert [span and TEXT[span.span.start : span.span.end] for span in spans] == [
        None,
        "the lorries",
        None,
        "The wells ran dry in June, and the lorries",
    ]


@given(st.text("ab é.-", max_size=30), st.text("ab é.-", max_size=8))
def test_a_place_lies_in_the_text_and_is_like_the_phrase(text, phrase) -> None:
    """Whatever the text, a place is a part of it that is not empty, and its likeness is between 0.7 and 1."""
    searched = Searched(text)
    for place in filter(None, nearest([phrase], searched)):
        assert 0 <= place.span.start < place.span.end <= len(searched.normal.text)
        assert 0.7 <= place.similarity <= 1
