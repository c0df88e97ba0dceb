"""The layout of Argdown: what changes, what stays, and that a text in the layout is read as the one before.

The pairs stand in ``layouts.txt``: a sentence, a text, and after ``>>`` the same text in the layout.
"""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.formats import argdown
from argmap.formats.argdown.layout.arrangement import edited
from argmap.formats.argdown.syntax.scanner import Scanner

from ....strategies import examples

PAIRS = (Path(__file__).parent / "layouts.txt").read_text(encoding="utf-8")
summary = runpy.run_path(str(Path(__file__).parents[3] / "conformance" / "argdown.py"))["summary"]
lay_out = argdown.FORMAT.lay_out

RELATIONS = [
    "  + <B>: b  ",
    "\t-[C]",
    "\t\t<_ x",
    "    ->[D]: d",
    "   +>  <E>",
    "  ><[F] // c",
    "      + deep",
    "  + a\n  b",
]
TOPS = [
    "[A]:a",
    "  [B]: b  ",
    "<C>:\tc #tag ",
    "[D] {x:  1}",
    "a *b* _c_ \\ ",
    "[E]: e {\n  f:   g\n}",
    "@[A] 3",
    "x\n  #y",
]
COMMENTS = ["// c  ", "  // d", "\t/* e\n\n\n   e */", "<!-- f -->  ", "  <!-- g\n-->"]
INFERENCES = ["-----", " ----", "--R, S--", "-- R {uses: [1,  2]}  ----", "--\n R\n---", "----\n\t<_[U]"]
BLOCKS = st.one_of(
    st.lists(st.sampled_from(RELATIONS + COMMENTS), max_size=5).flatmap(
        lambda below: st.sampled_from(TOPS).map(lambda top: "\n".join([top, *below]))
    ),
    st.lists(st.tuples(st.integers(1, 12), st.sampled_from(RELATIONS[:3] + COMMENTS)), min_size=1, max_size=3).flatmap(
        lambda rows: st.sampled_from(INFERENCES).map(
            lambda inference: "\n".join([*(f"({n})p\n{below}" for n, below in rows), inference, " (4)  [C]: c"])
        )
    ),
    st.lists(st.sampled_from(["  *  a", "  * <b>:b", "       + <c>", "  // d"]), min_size=1, max_size=4).map("\n".join),
    st.sampled_from(["#   Title #t ", "## Sub\t{a: 1}", " # none", *COMMENTS, "http://x", "see (3)"]),
)
ENDS = st.sampled_from(["\n\n", "\n\n", "\n\n\n\n", "\n \t\n", "\r\n\r\n", "\n", " "])
TEXTS = st.lists(st.tuples(BLOCKS, ENDS).map("".join), max_size=6).map("".join)


def pairs():
    """Return sentence, text, and the text in the layout."""
    for case in PAIRS.removeprefix("== ").split("\n== "):
        title, _, rest = case.partition("\n")
        before, _, after = rest.partition("\n>>\n")
        yield pytest.param(before, after.rstrip("\n") + "\n", id=title)


def comments(text):
    """Return the comments of a text."""
    scanner = Scanner(text)
    scanner.scan()
    return [text[start:end] for start, end in scanner.comments]


@pytest.mark.parametrize(("before", "after"), list(pairs()))
def test_pairs(before, after):
    """A text gets the layout, and keeps it."""
    assert lay_out(before) == after
    assert lay_out(after) == after
    assert edited(before) == after


@examples(200)
@given(TEXTS)
@example("[A]: a\n\r\n\r")
@example("(1)p\n----\n(4) [C]: c\n(1)p\n----\n(4) [C]: c\n")
@example("(0)p\n----\n(4) [C]: c\n(1)p\n----\n(4) [C]: c\n")
@example("[A]: see http://example.org")
@example("# \nTitle")
@example("a\n\r\t\n")
@example("\r\na\r\t\n\n\nb")
def test_layout_says_the_same(text):
    """A text in the layout is read as the text before, keeps its comments and gets no other layout the next time."""
    laid = lay_out(text)
    if laid is None:
        assert [f for f in argdown.FORMAT.read(text, "").origin.findings if f.code == "AM001"]
        return
    assert argdown.FORMAT.read(laid, "") == argdown.FORMAT.read(text, "")
    assert summary(laid) == summary(text)
    assert comments(laid) == comments(text)
    assert lay_out(laid) == laid


def test_a_layout_that_would_be_read_otherwise_is_not_taken():
    """Where a blank counts, as one before a brace does for where data end, the text stays."""
    text = "[A]: {a} \n}"
    assert edited(text) != text
    assert lay_out(text) == text


def test_errors_leave_a_text_alone():
    """A text with a syntax error, one in its data included, has no layout."""
    assert [lay_out(text) for text in ("[A] x", "", "[A]: a {b: [}", "+ [A]")] == [None] * 4


def test_line_ends_stay():
    """Each line keeps the kind of its end; the last one gets that of the line before."""
    assert lay_out("[A]: a  \r\n  + [B]\r\n\r\n\r\n[C]") == "[A]: a\r\n    + [B]\r\n\r\n[C]\r\n"


def test_an_address_in_the_last_line_stays_an_address():
    """Two slashes begin a comment in any line that has an end, so the last line of a text gets none."""
    assert lay_out("[A]:see  http://x.org") == "[A]: see  http://x.org"
