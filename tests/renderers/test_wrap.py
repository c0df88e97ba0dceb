"""Measuring and wrapping text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.renderers._diagram.markup import clean
from argmap.renderers._diagram.wrap import clip, glue, measure, wrap

WORDS = st.lists(st.text("abcdefilmw,.é漢😀\u0301", min_size=1, max_size=12), min_size=1, max_size=40).map(" ".join)


def test_widths_are_those_of_helvetica():
    """A digit is 556 thousandths wide, a capital W 944, and bold is wider."""
    assert (measure("0", 1000), measure("W", 1000), measure("a", 1000, bold=True)) == (556, 944, 556)
    assert measure("it", 10, bold=True) > measure("it", 10)


@pytest.mark.parametrize(("text", "width"), [("\u0301", 0), ("\u200d", 0), ("漢", 1000), ("é", 556), ("e\u0301", 556)])
def test_characters_outside_the_table_have_sensible_widths(text, width):
    """Combining marks and joiners are nothing wide, ideographs a full square, letters with accents as their bases."""
    assert measure(text, 1000) == width


@given(WORDS)
def test_wrapping_keeps_every_character(text):
    """The lines hold the text, spaces aside."""
    joined = "".join(wrap(text, 120, 10))
    assert joined.replace("\u00a0", "").replace(" ", "") == text.replace(" ", "")


@given(WORDS, st.integers(60, 300))
def test_lines_fit(text, limit):
    """No line is wider than the limit."""
    assert all(measure(line, 10) <= limit + 1e-6 for line in wrap(text, limit, 10))


@given(WORDS, st.integers(60, 300))
def test_lines_are_as_few_as_can_be(text, limit):
    """Filling each line in turn, which needs the fewest, needs no fewer."""
    count, room = 0, -1.0
    for line in wrap(text, limit, 10):
        for word in line.split(" "):
            needed = measure(f" {word}", 10)
            if needed > room + 1e-6:
                count, room = count + 1, limit - measure(word, 10)
            else:
                room -= needed
    assert len(wrap(text, limit, 10)) == count


def test_lines_are_even():
    """Lines are about equally long, rather than full but for the last."""
    lines = wrap("Pilot streets were picked, not drawn at random", 190, 11.5, bold=True)
    assert lines == ("Pilot streets were picked,", "not drawn at random")
    lengths = [measure(line, 10) for line in wrap("one two three four five six seven eight nine ten " * 3, 200, 10)]
    assert min(lengths) > 0.8 * max(lengths)


def test_the_last_line_has_two_words():
    """A word goes down to keep the last one company, though the line above could hold it."""
    lines = wrap("This is not a case of misunderstanding", 120, 10)
    assert lines == ("This is not a case", "of misunderstanding")


@pytest.mark.parametrize(
    ("text", "glued"),
    [
        ("fell 4.1 km/h on 41 streets", "fell 4.1~km/h on 41 streets"),
        ("61 % in favour, n = 1 204", "61~% in favour, n~=~1~204"),
        ("1.5 million of it", "1.5~million of it"),
        ("see p. 12 and § 3", "see p.~12 and §~3"),
        ("in 2024 he said", "in 2024 he said"),
        ("on 41 marked streets", "on 41 marked streets"),
    ],
)
def test_figures_stick_to_their_units(text, glued):
    """A figure and its unit never part, nor an abbreviation and its figure; other words do."""
    assert glue(text).replace("\u00a0", "~") == glued


def test_no_break_spaces_hold():
    """A no-break space is no place to break a line."""
    assert wrap("aaaa\u00a0aaaa bbbb", measure("aaaa\u00a0aaaa", 10) + 1, 10) == ("aaaa\u00a0aaaa", "bbbb")


def test_words_too_wide_are_broken():
    """A word that is wider than a line is cut, but no mark is cut off from its letter."""
    parts = wrap("e\u0301" * 60, 100, 10)
    assert len(parts) > 1
    assert all(not unicodedata.combining(part[0]) for part in parts)


def test_too_many_lines_end_with_an_ellipsis():
    """A text that needs more lines than allowed loses its end."""
    lines = wrap("word " * 100, 190, 10, most=3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")


@given(WORDS, st.integers(30, 200))
def test_clipping_fits(text, limit):
    """A clipped line fits, and is the text itself where that fits."""
    short = clip(text, limit, 9)
    assert measure(short, 9) <= limit
    assert short == text or short.endswith("…")


@given(st.text())
def test_clean_text_is_one_printable_line(text):
    """What is left is what XML can hold, on one line, with single spaces."""
    cleaned = clean(text)
    assert cleaned == " ".join(part for part in cleaned.split(" ") if part)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in cleaned)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("the “streets of the town” are calm", "the “streets of…”"),
        ("he said “no” and then went home", "he said “no” and…"),
        ('he said "no way, never in town"', 'he said "no…"'),
        ("»Nie wieder heute« sagte er und ging", "»Nie wieder…«"),
        ("streets of the “town” are calm", "streets of the…"),
    ],
)
def test_a_quotation_that_is_cut_is_closed(text, cut):
    """A line that is cut inside a quotation ends with its closing mark; no mark is left without words."""
    assert clip(text, 78, 9) == cut


@given(st.text(alphabet='ab “”„«»"…', max_size=40))
def test_a_clipped_line_fits(text):
    """Closing marks do not make a line too wide."""
    assert measure(clip(text, 60, 9), 9) <= 60
