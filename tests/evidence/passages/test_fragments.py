"""Text fragments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.evidence.passages.fragments import (
    Directive,
    find_first,
    read_directives,
    write_directive,
    write_directives,
    write_fragment,
)
from argmap.text import Span

from ...strategies import examples

TEXT = "The café can't open, it said.\nThe café, it said, can open at 3.5 °C.\nThe café can't open."


def found(fragment, text=TEXT):
    """Return the words that a fragment opens a page at."""
    span = find_first(read_directives(f"#:~:text={fragment}"), text)
    return span and text[span.start : span.end]


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("the%20CAFE", "The café"),
        ("caf", None),
        ("said.-,the,open", "The café, it said, can open"),
        ("can,-open", "can"),
        ("can", "can"),
        ("can%27t,-open.", "can't"),
        ("3", None),
        ("3.5", "3.5"),
        ("open%2C%20it%20said.%20The", None),
        ("open%2C,The", "open, it said.\nThe"),
        ("none&text=it%20said", "it said"),
        ("", None),
        ("a,b,c", None),
    ],
)
def test_directives_are_found_as_specified(fragment, words) -> None:
    """Case and accents do not count, words and figures are whole, terms stay in their line."""
    assert found(fragment) == words


def test_ill_formed_and_foreign_directives_are_passed_over() -> None:
    """Only text directives with one or two terms are read."""
    assert read_directives("https://example.org/#top") == ()
    assert read_directives("#:~:text=&foo=bar&text=-a-,b") == (Directive("b", prefix="-a"),)


@given(st.text("ab,-& \n'.é", min_size=1, max_size=40), st.data())
@examples(200)
def test_what_is_written_is_read(text, data) -> None:
    """A directive survives being written into a URL and read again."""
    terms = [t.strip() or None for t in (data.draw(st.text("ab,-& é%", max_size=5)) for _ in range(3))]
    directive = Directive(text.strip() or "x", *terms)
    assert read_directives("https://example.org/" + write_fragment(directive)) == (directive,)


@given(st.lists(st.sampled_from(["the", "well", "ran", "can't", "3.5", "é", "\n"]), min_size=3, max_size=25), st.data())
@examples(200)
def test_a_written_directive_leads_to_its_passage(words, data) -> None:
    """The directive of a passage leads there and nowhere else, unless too few words around it differ."""
    text = " ".join(["Once", *words, "end"])
    starts = [i for i, c in enumerate(text) if not c.isspace() and (i == 0 or text[i - 1].isspace())]
    first = data.draw(st.integers(0, len(starts) - 1))
    last = data.draw(st.integers(first, min(len(starts) - 1, first + 5)))
    end = starts[last] + len(text[starts[last] :].split()[0])
    directive = write_directive(text, Span(starts[first], end))
    place = find_first([directive], text)
    assert place is not None or "\n" in text
    around = len(text[: starts[first]].split()) + len(text[end:].split())
    if "\n" not in text and around <= 8:
        assert place == Span(starts[first], end)


def test_long_passages_and_those_across_lines_are_named_by_their_ends() -> None:
    """A passage of many words, or of two lines, is written as its first and its last words."""
    text = (
        "Heading\n" + "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    )
    whole = write_directive(text, Span(8, len(text)))
    assert whole == Directive("one two three four", "thirteen fourteen fifteen sixteen")
    assert find_first([whole], text) == Span(8, len(text))
    assert write_directive(text, Span(0, 11)) == Directive("Heading", "one")


TABLE = """A table of wells.

Depth nine metres
Mean depth 9 12
Width two metres
Width\tthree metres

The depth of nine metres."""


@pytest.mark.parametrize(
    ("passage", "written"),
    [
        ("Depth nine metres", ["Depth,nine%20metres", "Depth,metres"]),
        ("Mean depth 9 12", ["Mean,9%2012", "Mean,12"]),
        ("two metres", ["two,metres"]),
        ("Width", ["Width"]),
        ("Width\tthree metres", ["metres-,Width,metres"]),
        ("depth of nine metres", ["depth%20of%20nine%20metres"]),
    ],
)
def test_links_do_not_reach_across_the_cells_of_a_table(passage, written) -> None:
    """In a line beside others, no term needs more than one cell; the last directive has single words only."""
    start = TABLE.index(passage)
    made = write_directives(TABLE, Span(start, start + len(passage)))
    assert write_fragment(*made) == f"#:~:text={'&text='.join(written)}"
    assert find_first(made[-1:], TABLE) == Span(start, start + len(passage))
