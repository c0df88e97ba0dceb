"""Any text can be read: what is wrong in it is a finding."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from argmap.formats import argdown

from ...strategies import examples

LONGEST = 65_536
VALID = """===
title: Rain
model: {mode: strict}
===

# Streets #wet {isGroup: true}

[Wet]: The _street_ is **wet**, see [here](https://example.org) @<Rain>. #claim
  + <Rain>: It rained. {cite: memo "so … wet"}
  - [Dry]: It did not.
  >< [Dry]

<Rain>

(1) It rained. // as it does
(2) Rain wets. {
  note: always
}
-- Modus ponens, Rule {uses: [1, 2]} --
  <_ [Radar]: It was \\#8 at .~. noon.
(3) [Wet]

  * one
  * <two>: /* c */ words

  1. first
"""
PIECES = [
    *"[]<>(){}#*_-+@:.,/\\=|'\"`~ \n\t\r1aÄ\u2028\ufeff😀",
    *("[A]: ", "<B>: ", "[A]", "<B>", "\n  + ", "\n  <_ ", "\n\n", "(1) ", "----", "--", "===", "{a: 1}", "{a: ["),
    *("/*", "*/", "//", "<!--", "-->", "  * ", "**", "__", "#(", "[x](", ":x:", "\r\n", "# "),
    *("&a ", "*a ", "!x ", "{\n", "\n}", "{<<: *a}"),
]


def read(text):
    """Read a text; return the map."""
    m = argdown.FORMAT.read(text, "map.argdown")
    lines = m.origin.lines
    for finding in m.origin.findings:
        assert 1 <= finding.line <= len(lines)
        assert (finding.line, finding.column) <= (finding.end_line, finding.end_column)
        assert finding.message
    return m


@examples(150)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text(text):
    """Whatever is put together is read, and every finding has a place and a message."""
    read(text)


@given(st.text(max_size=200))
@example("\x00")
@example("\ufeff# Title\n")
def test_any_characters(text):
    """Texts of any characters are read."""
    read(text)


@examples(150)
@given(st.integers(0, len(VALID)), st.integers(0, 8), st.sampled_from(["", *PIECES]))
def test_broken_files(place, length, piece):
    """A file is read with any part taken out and anything put in its place."""
    read(VALID[:place] + piece + VALID[place + length :])


def test_the_file_they_break():
    """The file that is broken above is right as it stands."""
    assert [f.code for f in read(VALID).origin.findings if f.severity != "note"] == []


@pytest.mark.parametrize(
    "unit",
    [
        *PIECES,
        "  ' '",
        " \n",
        "[a](",
        "\n  + a\n",
        "{a: [1, {",
        "{a: b\n\n",
        "=a",
        ".a",
        ":a",
        "a\n",
        "*a ",
        "<a",
        "@[a",
    ],
)
def test_long_repetitions(unit):
    """What is repeated up to 64 kB is read; time and depth do not run away."""
    read(unit * (LONGEST // len(unit)))


def test_deep_nesting():
    """Relations may be nested as deep as the length allows; nothing is recursive."""
    lines, depth = ["[S0]: s"], 0
    while sum(map(len, lines)) < LONGEST:
        depth += 1
        lines.append(" " * depth + f"+ [S{depth}]: s")
    m = read("\n".join(lines))
    assert len(m.relations) == depth
    assert m.origin.findings == ()


def test_hub():
    """Thousands of relations at one statement are read, and none is taken for another."""
    m = read(
        "[Hub]: h\n" + "".join(f"  + <A{n}>: a\n" for n in range(5000)) + "".join(f"  -> [B{n}]\n" for n in range(5000))
    )
    assert len(m.relations) == 10_000


def test_reconstructed_hub():
    """Thousands of relations of one reconstructed argument are read."""
    m = read("<X>\n" + "".join(f"  +> [B{n}]: b\n" for n in range(3000)) + "\n<X>\n\n(1) p\n----\n(2) c\n")
    assert len(m.relations) == 3001


def test_aliases_do_not_explode():
    """Aliases of aliases in data are refused before they fill the memory."""
    bomb = "{a: &a [1,1,1,1,1,1,1,1,1], " + ", ".join(
        f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    (finding,) = read(f"[A]: a {bomb}}}").origin.findings
    assert finding.code == "AM001"
    assert "aliases" in finding.message
