"""The selectors of W3C Web Annotation."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.evidence.quote import TextPosition, TextQuote, describe, find_all, find_best, find_position
from argmap.text import Span

TEXT = "The wells ran dry in May. The wells ran dry in June, and the lorries came."


@given(st.text("ab ", max_size=30), st.data())
@settings(max_examples=200)
def test_a_described_place_is_found_alone(text, data) -> None:
    """The quotation of any place of a text, even an empty one, fits that place and no other."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert list(find_all(describe(text, TextPosition(start, end)), text)) == [Span(start, end)]


def test_describing_adds_no_more_than_is_needed() -> None:
    """A quotation that stands alone gets no prefix and no suffix."""
    assert describe(TEXT, TextPosition(4, 9)) == TextQuote("wells", "", " ran dry in M")
    assert describe(TEXT, TextPosition(21, 24)) == TextQuote("May")


def test_every_place_counts_every_character() -> None:
    """A quotation is found as it is written, overlapping places too, between its prefix and its suffix."""
    assert list(find_all(TextQuote("ana"), "banana")) == [Span(1, 4), Span(3, 6)]
    assert list(find_all(TextQuote("ana", suffix="n"), "banana")) == [Span(1, 4)]
    assert list(find_all(TextQuote("Ana"), "banana")) == []
    assert list(find_all(TextQuote(""), "ab")) == [Span(0, 0), Span(1, 1), Span(2, 2)]


@pytest.mark.parametrize(
    ("quote", "hint", "start"),
    [
        (TextQuote("wells ran dry", suffix=" in June"), None, 30),
        (TextQuote("wells ran dry", suffix=" in Juny"), None, 30),
        (TextQuote("wells ran dry", prefix="May. Those "), None, 30),
        (TextQuote("wells ran dry"), None, 4),
        (TextQuote("wells ran dry"), 28, 30),
        (TextQuote("wells run dry in Juno"), None, 30),
        (TextQuote("the lories come"), None, 57),
    ],
)
def test_the_best_place_weighs_words_surroundings_and_hint(quote, hint, start) -> None:
    """The words count most, then what stands around them, then the expected offset."""
    assert find_best(quote, TEXT, hint).span.start == start


def test_nothing_is_found_in_what_is_quite_different() -> None:
    """Where more than half would have to be changed there is no match."""
    assert find_best(TextQuote("xyzzy plugh"), TEXT) is None
    assert find_best(TextQuote(""), TEXT) is None


def test_a_large_text_is_narrowed_down_by_words() -> None:
    """In a large text a quotation with slips is found as in a small one."""
    filler = " ".join(f"word{i} stands here" for i in range(12_000))
    text = f"{filler} {TEXT} {filler}"
    found = find_best(TextQuote("dry in June, and then lorries came"), text)
    assert text[found.span.start : found.span.end] == "dry in June, and the lorries came"


def test_positions_count_code_points_and_stay_inside() -> None:
    """A position is a place of the text, or none."""
    assert find_position(TextPosition(1, 3), "😀ab") == Span(1, 3)
    assert find_position(TextPosition(1, 4), "😀ab") is None
    assert find_position(TextPosition(2, 1), "😀ab") is None
