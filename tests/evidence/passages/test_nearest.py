"""The place most like a phrase that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.passages.nearest import nearest
from argmap.evidence.passages.resolve import look_up
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector

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


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("The office looks at twelve wells", "the office looked at twenty wells"),
        ("The wells ran … lories came", "lorries came"),
        ("The wells ran … zebras", "The wells ran"),
        ("the … zebras", None),
        ("the zebras of the city", None),
        ("elephants looked at the moon and the sea", None),
        ("x- twenty wells", "twenty wells"),
        ("twenty wells … lorries went", "twenty wells"),
        ("The wells all ran dry by June, and two lorries came up from town", "The wells ran dry in June, and the"),
    ],
)
def test_the_nearest_of_a_selector_shares_words_in_their_order(quote, there) -> None:
    """The guess for a passage is the place like what is missing of it, or what is there once of it, or nothing."""
    guess = look_up([Selector(quote)], [None], TEXT)[0].guess
    assert (guess and TEXT[guess.start : guess.end][: len(there or "")]) == there


def test_what_is_missing_is_looked_for_beside_what_is_there() -> None:
    """Of two places alike, the one within reach of the other phrase is the nearest."""
    text = f"In all 47 streets. {'Filling words here. ' * 300}Mean speed fell on 41 streets. {'More words. ' * 400}"
    guess = look_up([Selector("Mean speed … 44 streets")], [None], text)[0].guess
    assert guess
    assert text[guess.start : guess.end] == "41 streets"


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
