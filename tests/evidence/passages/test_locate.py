"""Where a selector's passage stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.passages.locate import LONGEST_PASSAGE, locate, shortest
from argmap.evidence.passages.search import Searched
from argmap.model.citations import Selector
from argmap.text import Span

from ...strategies import examples

TEXT = "The council met in May. Mean speed fell by 4.1 km/h on 41 streets; the council agreed. Party art is art."


def found(text, quote, nth=None):
    """Return the words that a selector finds."""
    searched = Searched(text)
    return [searched.normal.text[p.start : p.end] for p in locate(Selector(quote, nth), searched).places]


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("Mean speed fell", ["Mean speed fell"]),
        ("Mean speed … 41 streets", ["Mean speed fell by 4.1 km/h on 41 streets"]),
        ("art", ["art", "art"]),
        ("4", []),
        ("4.1", ["4.1"]),
        ("streets … Mean speed", []),
        ("speed … snow", []),
        ("art- is -art", ["is"]),
        ("is- art", ["art"]),
        ("in May- Mean … km/h -on 41", ["Mean speed fell by 4.1 km/h"]),
        ("Party- Mean … km/h", []),
        ("The council … May … streets", ["The council met in May. Mean speed fell by 4.1 km/h on 41 streets"]),
        ("Mean … snow … streets", []),
        ("", []),
    ],
)
def test_selector_finds_its_passage(quote, places) -> None:
    """A selector finds every place it fits, at the boundaries of words and figures."""
    assert found(TEXT, quote) == places


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a value of A ≤ 5 samples", "value of A ≥ 5 samples"),
        ("a value of A = 5 samples", "value of A ≠ 5 samples"),
        ("a value of A < 5 samples", "value of A > 5 samples"),
        ("the fee costs €5 today", "fee costs $5 today"),
        ("it comes to ±5 crowns", "comes to 5 crowns"),
        ("a risk of 10⁻⁸ each year", "risk of 10⁸ each year"),
        ("5 € are to be paid", "5 $ are to be paid"),
    ],
)
def test_signs_are_no_punctuation(text, quote) -> None:
    """Signs of comparison and of money say something; a phrase with another one is not there."""
    assert found(text, quote) == []
    assert found(text, text.title()) == [text]


def test_marks_of_replies_and_dashes_of_typewriters_do_not_count() -> None:
    """Neither the sign before the lines of a reply nor a double hyphen keeps a phrase from being found."""
    assert found("the fee was\n> doubled last year", "fee was doubled last year") == ["fee was > doubled last year"]
    assert found("The plan — if any — was good.", "plan -- if any -- was good") == ["plan - if any - was good"]


def test_literal_reading_comes_first() -> None:
    """A quote whose ellipsis stands in the source is taken literally, though its phrases fit elsewhere too."""
    assert found("one and two. It said one … two, then", "one … two") == ["one ... two"]
    assert found("it is half- done -or so", "half- done -or") == ["half- done -or"]


def test_nth_picks_one_of_equal_places() -> None:
    """The nth of equal places is picked, and one too many is not there."""
    searched = Searched(TEXT)
    assert locate(Selector("art", 2), searched).places == locate(Selector("art"), searched).places[1:]
    assert not locate(Selector("art", 3), searched).places
    assert not locate(Selector("art", 0), searched).places


def test_repeated_start_and_end_give_the_shortest_passage() -> None:
    """Of several starts before one end the last counts, of several ends after one start the first."""
    assert found("we met; we agreed on it, and on it we built", "we … on it") == ["we agreed on it"]
    assert found("a b. a b.", "a … b") == ["a b", "a b"]


def test_phrases_do_not_overlap() -> None:
    """The end phrase begins after the start phrase."""
    assert found("one two three", "one two … two three") == []


def test_end_before_start_is_implausible() -> None:
    """Two phrases in the wrong order are told apart from phrases that are not there."""
    location = locate(Selector("streets … Mean speed"), Searched(TEXT))
    assert location.implausible
    assert location.guess == Span(58, 65)
    assert not locate(Selector("streets … snow"), Searched(TEXT)).implausible


def test_passages_longer_than_plausible_are_refused() -> None:
    """A passage spans at most 3,000 characters; a longer one is implausible and not a place."""
    fits = "start " + "x" * (LONGEST_PASSAGE - 10) + " end"
    assert len(found(fits, "start … end")) == 1
    location = locate(Selector("start … end"), Searched(fits.replace("x ", "xx ")))
    assert (location.places, location.implausible) == ((), True)


def test_scripts_without_spaces_have_boundaries_everywhere() -> None:
    """A phrase of Chinese or Thai is found between its neighbours."""
    assert found("我们住在东京都附近", "东京") == ["东京"]
    assert found("กรุงเทพมหานคร", "เทพ") == ["เทพ"]


def test_marks_belong_to_their_letter() -> None:
    """A letter is not found where a combining mark that has no composed form follows it."""
    assert found("the x\u0302 axis", "x") == []
    assert found("the cafe\u0301 is shut", "cafe") == []
    assert found("the cafe\u0301 is shut", "the café") == ["the café"]


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("a well-\nknown remedy", "a well-known remedy", "a wellknown remedy"),
        ("The Central Authority decided", "the central authority", "The Central Authority"),
        ("the wholesale price, it fell", "the whole-sale price it fell", "the wholesale price, it fell"),
        ("so it wasnotable and long", "it was notable and long", "it wasnotable and long"),
    ],
)
def test_typography_alone_does_not_hide_a_passage(text, quote, place) -> None:
    """A passage that differs in case, spacing, punctuation or hyphenation is found, and marked as loose."""
    assert found(text, quote) == [place]
    assert locate(Selector(quote), Searched(text)).loose


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("a rise of 35 % of the total", "a rise of 3.5 % of the total"),
        ("it was not able to stay there", "it was notable to stay there"),
        ("a change of -4 degrees in all", "a change of 4 degrees in all"),
        ("us and them", "US"),
        ("the party of the first part", "party of the fir"),
    ],
)
def test_loose_reading_keeps_figures_negations_and_boundaries(text, quote) -> None:
    """What differs in a figure, a negation or a word boundary, or is very short, is not the same passage."""
    assert found(text, quote) == []


@given(st.text("ab.", max_size=40), st.sampled_from(["a", "ab", "a b", "b"]))
@examples(200)
def test_occurrences_are_those_of_a_plain_scan(text, phrase) -> None:
    """Every place between boundaries is given, in order."""
    spans = [Span(i, i + len(phrase)) for i in range(len(text)) if text.startswith(phrase, i)]
    bounded = [s for s in spans if not text[s.start - 1 : s.start].isalpha() and not text[s.end : s.end + 1].isalpha()]
    assert Searched(text).exact(phrase) == bounded


@pytest.mark.parametrize(
    ("quote", "start"),
    [("we had -nutting", 31), ("we had -everybody", 0), ("befor- we had", 31)],
)
def test_the_guess_is_the_place_with_the_most_similar_surroundings(quote, start) -> None:
    """Where the words written around a passage stand nowhere, the guess is where the most similar ones stand."""
    location = locate(Selector(quote), Searched("we had everything, and before: we had nothing"))
    assert (location.places, location.guess) == ((), Span(start, start + 6))


SPANS = st.lists(st.integers(0, 60), max_size=8, unique=True).map(lambda starts: [(s, s + 2) for s in sorted(starts)])


@given(SPANS, SPANS)
@examples(200)
def test_shortest_pairs_hold_no_other_pair(starts, ends) -> None:
    """A pair of a start and an end after it is given exactly when no other such pair lies within it."""
    pairs = {(s[0], e[1]) for s in starts for e in ends if e[0] >= s[1]}
    minimal = {p for p in pairs if not any(q != p and p[0] <= q[0] and q[1] <= p[1] for q in pairs)}
    assert set(shortest(starts, ends)) == minimal


def test_of_very_many_places_the_first_are_given_and_any_can_be_chosen() -> None:
    """A phrase that stands thousands of times has its first thousand places; the nth is found beyond them too."""
    searched = Searched("it is so. " * 3000)
    for quote in ("it is", "it … so"):
        assert len(locate(Selector(quote), searched).places) == 1000
        assert locate(Selector(quote, 2500), searched).places[0].start == 24990
        assert locate(Selector(quote, 3001), searched).places == ()
