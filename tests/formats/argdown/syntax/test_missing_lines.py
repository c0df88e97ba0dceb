"""Empty lines that are missing or too many: one finding at the line, and all below is read as it was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.formats import argdown

from ..test_round_trip import maps

RELATIONS = "[A]: a\n  + [B]: b\n  - [C]: c {outweighed-by: B}"
NEXT = "[D]: d\n  - [E]: e {outweighed-by: B}"
MISSING = {
    "before a heading": (RELATIONS, "# Costs"),
    "before a statement": (RELATIONS, NEXT),
    "before an argument": (RELATIONS, "<D>: d\n  - [E]: e"),
    "before a title with relations": (f"{NEXT}\n\n{RELATIONS}", "[D]\n  + [F]: f"),
    "before a title with tags": (f"{NEXT}\n\n{RELATIONS}", "[D] #claim"),
    "before rows": (RELATIONS, "(1) [D]: d\n----\n(2) [A]"),
    "before the rows of an argument": (f"{RELATIONS}\n\n<D>: d", "(1) [E]: e\n----\n(2) [A]"),
    "after rows": ("(1) [P]: p\n----\n(2) [Q]: q", NEXT),
    "after the relation of a row": (f"{NEXT}\n\n(1) [P]: p\n----\n(2) [Q]: q\n  -> [D]", "<X>: x\n  +> [Q]"),
    "before a list": (RELATIONS, "* d\n* e"),
    "before a numbered list": (RELATIONS, "1. d\n2. e"),
    "after a list": ("* x\n* y", RELATIONS),
    "after a heading": ("# Costs", RELATIONS),
    "after a heading with data": ("# Costs {isGroup: true}", "Words of a statement."),
    "after front matter": ("===\ntitle: T\n===", RELATIONS),
    "between front matter and a heading": ("===\ntitle: T\n===", "# Costs\n\n[A]: a"),
    "after data": (RELATIONS, "Words of a statement."),
    "after a title alone": (f"{RELATIONS}\n\n[D]: d\n  + [B]", "Words of a statement."),
    "between two statements": ("[A]: a", "[B]: b"),
    "between headings": ("# One", "## Two"),
    "below a comment": ("[A]: a\n// a comment", "[B]: b"),
    "after words with a mark in them": ("[A]: a *b* @[A]", "[B]: b"),
    "before an indented title": (RELATIONS, "  [D]: d"),
}


def read(text):
    """Read a map."""
    return argdown.FORMAT.read(text, "map.argdown")


def told(m):
    """Return the line of each finding about lines, and its first words."""
    found = [f for f in m.origin.findings if f.code in ("AM001", "AM017")]
    return [(f.line, f.message.split(":")[0].split(",")[0]) for f in found]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("above", "below"), MISSING.values(), ids=MISSING)
def test_a_missing_line_is_told_once_at_its_place(above, below, end):
    """What is below is read as with the line, whatever ends the lines; nothing is found that merely follows."""
    whole, run_on = (f"{above}{gap}{below}\n".replace("\n", end) for gap in ("\n\n", "\n"))
    ends = [(1, "the lines end with carriage returns alone")] * (end == "\r")
    line = above.count("\n") + 2
    assert told(read(whole)) == ends
    assert told(read(run_on)) == [*ends, (line, "an empty line is missing before this line")]
    assert read(run_on) == read(whole)


@given(maps(), st.data())
def test_any_line_that_is_missing_is_told_once(m, data):
    """However a map is written, and whichever empty line is taken out, the map is the same and one finding more."""
    lines = argdown.FORMAT.write(m).text.splitlines(keepends=True)
    empty = [number for number, line in enumerate(lines) if line == "\n"]
    if not empty:
        return
    gone = data.draw(st.sampled_from(empty))
    whole, run_on = read("".join(lines)), read("".join(lines[:gone] + lines[gone + 1 :]))
    assert run_on == whole
    assert told(run_on) == sorted([*_moved(told(whole), gone), (gone + 1, "an empty line is missing before this line")])


def _moved(findings, gone):
    return [(line - (line > gone), words) for line, words in findings]


def test_all_missing_lines_are_told():
    """A file without any empty line has a finding at each place, and is read whole."""
    blocks = ["# One", RELATIONS, "# Two", "<X>: x", "(1) [P]: p\n----\n(2) [A]", NEXT, "* y", "[Z]: z"]
    m = read("\n".join(blocks))
    assert {words for _, words in told(m)} == {"an empty line is missing before this line"}
    assert len(told(m)) == len(blocks) - 1
    assert m == read("\n\n".join(blocks))


@pytest.mark.parametrize(
    ("text", "line", "whole"),
    [
        ("[A]: a\n\n  + [B]: b\n  - [C]: c", 3, "[A]: a\n  + [B]: b\n  - [C]: c"),
        ("(1) a\n\n(2) b\n----\n(3) c", 3, "(1) a\n(2) b\n----\n(3) c"),
        ("(1) a\n\n----\n(2) c", 3, "(1) a\n----\n(2) c"),
        ("(1) a\n----\n\n(2) c", 4, "(1) a\n----\n(2) c"),
    ],
)
def test_a_line_too_many_is_told_once(text, line, whole):
    """An empty line that parts what belongs together is a finding, and is read over."""
    assert [(line, "delete the empty line" in f.message) for f in read(text).origin.findings] == [(line, True)]
    assert read(text) == read(whole)


@pytest.mark.parametrize(
    ("text", "message", "whole"),
    [
        ("[A] a b\n  + <B> b", "a colon is missing after [A]", "[A]: a b\n  + <B>: b"),
        (
            "[A]: a\n+ [B]: b\n  - [C]: c\n+ [D]: d",
            "must be indented more",
            "[A]: a\n + [B]: b\n   - [C]: c\n + [D]: d",
        ),
        ("(1) a\n----\n[C]: c\n  - [D]: d", "needs a conclusion with a number", "(1) a\n----\n(2) [C]: c\n  - [D]: d"),
        ("[A]: a [sic] b\n  + [B]: b", "write '\\[sic]'", "[A]: a \\[sic] b\n  + [B]: b"),
        ("[A]: a\n[sic]\nb\n  + [B]: b", "write '\\[sic]'", "[A]: a\n\\[sic]\nb\n  + [B]: b"),
        ("[A]: see [B] b\n  + [B]: b", "write '@' before the bracket", "[A]: see \\[B] b\n  + [B]: b"),
        ("[A]: a {note: n} b\n  + [B]: b", "put the braces after it", "[A]: a b {note: n}\n  + [B]: b"),
        ("(1)\n[A]: a\n----\n(2) b", "must stand on the line of the mark", "(1) [A]: a\n----\n(2) b"),
    ],
)
def test_other_slips_are_read_as_they_were_meant(text, message, whole):
    """A slip with one likely cause is told, and what is below it is read as if it were mended."""
    m = read(text)
    assert [message in f.message for f in m.origin.findings if f.code in ("AM001", "AM501")][:1] == [True]
    assert {f.code for f in m.origin.findings} == {"AM001"}
    assert m == read(whole)


def test_text_after_a_title_that_has_another_is_dropped():
    """A title with a text elsewhere keeps it, and what stands below."""
    m = read("[A] is so\n  + [B]: b\n\n[A]: a")
    assert [f.line for f in m.origin.findings] == [1]
    assert ([s.text for s in m], len(m.relations)) == (["b", "a"], 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Costs\nSigns cost money.\n\n[A]: a", 2),
        ("[A]: a\n  + [B]: b\nTrips are slower.", 3),
        ("[A]: a\n  + [B]: b\n    goes on\n here", 4),
        ("  * one\ntwo", 2),
        ("(1) a\n----\n(2) b\n(1) c\n----\n(2) d", 4),
    ],
)
def test_lines_that_run_on_are_told(text, line):
    """What Argdown reads on with the line above is a warning, where it looks like a beginning."""
    assert [(f.code, f.line) for f in read(text).origin.findings] == [("AM017", line)]


@pytest.mark.parametrize(
    "text",
    [
        "[A]: a\nb",
        "[A]: a\n  + [B]: b\n  goes on",
        "[A]: a\n  + [B]: b // c\n// d\n    goes on",
        "[A]: a\n  + [B]: b {\nnote: n\n}",
        "(1) a\n----\n(1) b\n(1) c\n----\n(1) d",
    ],
)
def test_lines_that_go_on_are_not(text):
    """Lines that are broken, data over several lines, and rows that are all numbered alike are no findings."""
    assert [f.code for f in read(text).origin.findings] == []


def test_joined_arguments_are_read_apart():
    """Rows that begin again with one, below a conclusion, are an argument of their own."""
    m = read("(1) a\n----\n(2) [C]: c\n(1) d\n----\n(2) [C]")
    assert [(r.premises, r.target) for r in m.relations] == [(("a",), "c"), (("d",), "c")]
