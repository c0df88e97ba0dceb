"""Finding phrases, a few at a time or many in one pass."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.passages import search
from argmap.evidence.passages.search import Searched
from argmap.evidence.text import tokens
from argmap.evidence.text.normalise import letters_and_digits
from argmap.evidence.text.tokens import Tokens, code, positions
from argmap.evidence.text.words import word_pattern, words
from argmap.text import Span

from ...strategies import examples

WORDS = st.sampled_from(
    [
        *"ab",
        "the",
        "The",
        "3.5",
        "35",
        "5",
        "é",
        "x\u0302",
        "東京",
        "a_b",
        "-",
        "(the)",
        "...",
        "the...",
        "well-known",
        "İx",
    ]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), max_size=6)


def word_spans(text):
    """Return where each word of a text begins and ends."""
    return [match.span() for match in word_pattern(text).finditer(text)]


@given(TEXTS, PHRASES)
@examples(200)
def test_one_pass_finds_what_one_search_each_finds(text, phrases) -> None:
    """Many phrases looked up together have the same places as each looked up alone."""
    alone, together = Searched(text), Searched(text)
    few, search._FEW = search._FEW, 0
    try:
        together.look_for(phrases)
        together.look_for_loose(phrases)
    finally:
        search._FEW = few
    for phrase in phrases:
        assert together.exact(phrase) == alone.exact(phrase)
        assert together.loose(phrase) == alone.loose(phrase)


@given(TEXTS, st.data())
@examples(200)
def test_a_phrase_cut_from_a_text_is_found_there(text, data) -> None:
    """Every row of words of a text is found at its place, letter for letter and by its letters and digits."""
    spans = word_spans(text)
    if spans:
        first = data.draw(st.integers(0, len(spans) - 1))
        last = data.draw(st.integers(first, len(spans) - 1))
        place = Span(spans[first][0], spans[last][1])
        phrase = text[place.start : place.end]
        if all(search.is_boundary(text, at) for at in (place.start, place.end)):
            assert place in Searched(text).exact(phrase)
            if len(letters_and_digits(phrase)) >= 8:
                assert place in Searched(text).loose(phrase.replace(" ", ", "))


@given(TEXTS)
@examples(200)
def test_tokens_are_the_words(text) -> None:
    """The stream of codes is that of the words, each with the offset at which it begins."""
    found = Tokens.of(text)
    assert list(found.codes) == [code(word) for word in words(text)]
    assert [(start, found.word_end(i)) for i, start in enumerate(found.starts)] == word_spans(text)


def test_tokens_of_a_long_text() -> None:
    """A text of many chunks, some ASCII and some not, gives the words with their places."""
    text = " ".join(["plain words, here"] * 2000 + ["où? là"] * 2000 + ["plain again"] * 2000)
    found = Tokens.of(text)
    assert list(found.starts) == [start for start, _ in word_spans(text)]
    assert list(found.codes) == [code(word) for word in words(text)]


@given(
    st.lists(st.integers(0, 2), max_size=30), st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=4).map(tuple))
)
@examples(200)
def test_positions_are_those_of_a_plain_scan(stream, grams) -> None:
    """Every occurrence of every row is given, and no other, wherever the blocks of the stream begin."""
    expected = {
        gram: [at for at in range(len(stream)) if tuple(stream[at : at + len(gram)]) == gram] for gram in set(grams)
    }
    block, tokens._BLOCK = tokens._BLOCK, 4
    try:
        found = positions(stream, grams)
    finally:
        tokens._BLOCK = block
    assert {gram: list(at) for gram, at in found.items()} == {gram: at for gram, at in expected.items() if at}


def test_pages_are_told_by_form_feeds() -> None:
    """A text with form feeds has pages, another has none."""
    assert [Searched("one\ftwo\fthree").page(at) for at in (0, 2, 4, 9)] == [1, 1, 2, 3]
    assert Searched("one").page(0) is None
