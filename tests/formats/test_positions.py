"""Offsets become selectors that lead back to them, whatever the text, and wrong ones are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import _positions
from argmap.text import Span

WORDS = st.sampled_from(
    ["dry", "wells", "ran", "Ha", "4.1", "(May)", '"so"', "…", "-", "Müller", "水", "💧", "non-\nEU"]
)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", ". ", ", "])
TEXTS = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=40).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@given(TEXTS | st.text(), st.data())
def test_what_is_described_is_found(text, data):
    """Where a selector is given for a span, it leads to one place, which has the words of the span."""
    at = st.integers(0, len(text))
    spans = [Span(*sorted(data.draw(st.tuples(at, at)))) for _ in range(3)]
    places = _positions.described(spans, text)
    assert set(places) == set(spans)
    back = _positions.found([place.selector for place in places.values() if place.selector], text)
    for place in places.values():
        assert (place.selector is None) == (place.found is None)
        if place.selector:
            assert back[place.selector] == place.found
            assert text[place.found.start : place.found.end].strip()


@given(TEXTS, st.data())
def test_a_phrase_of_words_is_described_by_a_selector_that_is_the_same(text, data):
    """A span from the beginning of a word to the end of one is named by a selector that leads to the same words."""
    at = st.integers(0, len(text))
    span = _positions.whole(Span(*sorted(data.draw(st.tuples(at, at)))), text)
    place = _positions.described([span], text)[span]
    if place.found:
        assert _positions.is_same(span, place.found, text)


@given(st.text(), st.integers(-5, 60), st.integers(-5, 60), st.none() | st.text())
def test_any_offsets_are_looked_up(text, start, end, expected):
    """No offsets raise; what is meant lies in the text, and has the expected words where these are known."""
    found = _positions.checked(Span(start, end), text, expected)
    if found.span:
        assert 0 <= found.span.start < found.span.end <= len(text)
        if expected is not None:
            assert text[found.span.start : found.span.end].split() == expected.split()
    else:
        assert found.flaw


@pytest.mark.parametrize("name", ["code points", "UTF-16", "UTF-8", "line ends as one"])
@given(text=TEXTS, data=st.data())
def test_units_lead_forth_and_back(name, text, data):
    """Offsets in any units lead back to the code points that they came from."""
    at = st.integers(0, len(text))
    span = Span(*sorted(data.draw(st.tuples(at, at))))
    offsets = _positions.units(text, name)
    counted = offsets.forth(span)
    if name == "line ends as one" and "\r\n" in text:
        return
    assert offsets.back(counted) == span
    before, inside = text[: span.start], text[span.start : span.end]
    if name == "UTF-16":
        assert (len(before.encode("utf-16-le")) // 2, len(inside.encode("utf-16-le")) // 2) == (
            counted.start,
            counted.end - counted.start,
        )
    if name == "UTF-8":
        assert (len(before.encode()), len(inside.encode())) == (counted.start, counted.end - counted.start)


@pytest.mark.parametrize(
    ("text", "span", "expected", "flaw"),
    [
        ("The wells ran dry.", Span(4, 9), "wells", None),
        ("The wells\nran dry.", Span(4, 13), "wells ran", None),
        ("The wells ran dry.", Span(5, 10), "wells", "at 5 to 10 stands 'ells ', not 'wells': that stands at 4 to 9"),
        ("The wells ran dry.", Span(4, 9), "rains", "at 4 to 9 stands 'wells', not 'rains': that stands nowhere near"),
        ("Dry.", Span(0, 9), None, "0 to 9 lies outside the text, which ends at 4"),
        ("Dry.", Span(2, 2), None, "2 to 2 is no stretch of text"),
        ("The wells ran dry.", Span(6, 13), None, "6 to 13 begins inside the word 'wells'"),
        ("The wells ran dry.", Span(4, 11), None, "4 to 11 ends inside the word 'ran'"),
    ],
)
def test_wrong_offsets_show_what_stands_there(text, span, expected, flaw):
    """What is wrong with offsets is said with what stands there and where the expected words stand."""
    assert _positions.checked(span, text, expected).flaw == flaw


@pytest.mark.parametrize("name", ["code points", "UTF-16", "UTF-8", "line ends as one"])
def test_units_are_told_by_where_quotations_stand(name):
    """The units in which most quotations stand where they are said to stand are those that were counted."""
    text = "💧 Für die\r\nBrunnen:\r\nkein Regen."
    quotations = []
    for words in ("die", "Brunnen", "kein Regen"):
        start = text.index(words)
        span = _positions.units(text, name).forth(Span(start, start + len(words)))
        quotations.append((span, words))
    assert _positions.units_of(quotations, text) == name


@pytest.mark.parametrize(
    ("exact", "other", "same"),
    [(Span(3, 14), Span(4, 14), True), (Span(5, 14), Span(4, 14), True), (Span(4, 9), Span(4, 14), False)],
)
def test_spans_with_the_same_words_are_the_same(exact, other, same):
    """Spaces, punctuation and cut words make no difference between spans; words do."""
    assert _positions.is_same(exact, other, "The wells dry.") is same


def test_words_that_stand_everywhere_are_numbered() -> None:
    """A phrase that stands in a text many times is named by which of them is meant, up to a thousand."""
    text = "ha " * 1200
    places = _positions.described([Span(3 * i, 3 * i + 2) for i in range(1200)], text)
    selectors = [place.selector for place in places.values()]
    assert [selector.nth for selector in selectors[:1000]] == list(range(1, 1001))
    assert selectors[1000:] == [None] * 200
    assert all(place.found == span for span, place in places.items() if place.found)


def test_stretches_of_a_word_without_end_are_not_looked_for() -> None:
    """Nothing names a stretch inside a word of thousands of letters, and nothing is searched to find that out."""
    spans = [Span(at, at + 15) for at in range(1000, 9000, 10)]
    assert set(_positions.described(spans, "x" * 10_000).values()) == {_positions.Place()}
