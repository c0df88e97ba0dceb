"""Markdown: what GitHub makes of it is what the map says, and nothing else."""

from __future__ import annotations

import os
import re
from datetime import date
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import argmap
from argmap.workflows.reporting.making import make
from argmap.workflows.reporting.report import Picture, Report, Section, plain
from argmap.workflows.reporting.writers.md import escape, write

WHEN = date(2026, 11, 30)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NOTHING = "<!-- -->"


def inlines(text: str):
    """Return the inline tokens of a text."""
    for token in READER.parse(text):
        assert token.type != "html_block", token.content
        yield from token.children or ()


def test_hostile_texts_are_text(hostile) -> None:
    """No text of a map becomes HTML, a link, a picture, code, a heading or a row of its own."""
    made = make(hostile, "md", WHEN, "m", pictured=False, whole=True).data.decode()
    tokens = list(inlines(made))
    assert {token.content for token in tokens if token.type == "html_inline"} <= {NOTHING}
    assert not [token for token in tokens if token.type in ("image", "code_inline", "s_open")]
    links = {token.attrs["href"] for token in tokens if token.type == "link_open"}
    assert links
    assert all(link.startswith(("https://example.org/", "https://doi.org/")) for link in links)
    said = "".join(token.content for token in tokens if token.type == "text")
    assert plain("turn\u202e around, \x1b[2J clear, \x00 nothing, \ufffe none, \ud800 half") in said
    assert not re.search("[\u202e\x1b\x00\ufffe\ud800]", made)
    assert not [token for token in tokens if token.type == "text" and re.search(r"@\w|#\d", token.content)]


def test_rows_have_the_cells_of_their_table(hostile) -> None:
    """A pipe in a text does not make a cell."""
    made = make(hostile, "md", WHEN, "m", pictured=False, whole=True).data.decode()
    widths: list[int] = []
    for token in READER.parse(made):
        if token.type == "tr_open":
            widths.append(0)
        if token.type in ("td_open", "th_open"):
            widths[-1] += 1
    tables = made.count("|---|")
    assert tables
    assert len(widths) == len([line for line in made.splitlines() if line.startswith("| ")])


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_read_as_it_was_written(text) -> None:
    """Whatever a text holds, a reader of Markdown sees it in a paragraph, in a cell of a table and in bold."""
    text = plain(text)
    for shape in (f"A\n\n{escape(text)}", f"| {escape(text)} |\n|---|\n| {escape(text)} |", f"- **{escape(text)}:** x"):
        tokens = list(inlines(shape))
        assert {token.type for token in tokens} <= {
            "text",
            "text_special",
            "html_inline",
            "strong_open",
            "strong_close",
        }
        assert text.replace(" ", "") in "".join(t.content for t in tokens if t.type != "html_inline").replace(" ", "")


@pytest.mark.parametrize("text", ["30 km/h", "A (b), c. d: e; f", "1.5 million", "50 % “so”", "a - b", "it's"])
def test_plain_words_are_left_as_they_are(text) -> None:
    """Ordinary prose has no signs of escape in it."""
    assert escape(text) == text


@pytest.mark.dot
def test_pictures_stand_beside_it(analysis) -> None:
    """A picture is a file of its own, and Markdown shows it with a text for who cannot see it."""
    made = make(analysis, "md", WHEN, "street-report")
    assert list(made.beside) == ["street-report-1.svg"]
    assert "](<street-report-1.svg>)" in made.data.decode()
    assert made.beside["street-report-1.svg"].startswith(b"<?xml")


def test_a_flowchart_stands_in_it_where_no_file_can(hostile, monkeypatch) -> None:
    """Where no picture can stand beside it, there is one block of Mermaid, which no text of a map ends early."""
    monkeypatch.setattr("argmap.workflows.reporting.pictures._LONGEST_FLOWCHART", 1_000_000)
    made = make(hostile, "md", WHEN, "m", beside=False, whole=True)
    assert made.beside == {}
    fences = [token for token in READER.parse(made.data.decode()) if token.type == "fence"]
    assert [token.info for token in fences] == ["mermaid"]
    assert fences[0].content.startswith("---\ntitle: ")


def test_a_flowchart_that_is_too_long_is_left_out(project) -> None:
    """A flowchart leaves room for the rest of a report, or is said not to be there."""
    project({})
    nodes = ", ".join(f"n{n}: {{claim: {'long ' * 100}}}" for n in range(40))
    made = make(argmap.analyse(argmap.loads(f"nodes: {{{nodes}}}")), "md", WHEN, "m", beside=False)
    assert "The whole map (40 statements) is too large for a flowchart here." in made.data.decode()


@pytest.mark.parametrize("name", ["a>b (c) 100%.svg", "no\udcffutf-8.svg", "two\nlines.svg"])
def test_a_picture_of_any_name_is_found(name) -> None:
    """The name of a file may hold what ends an address in Markdown, or bytes that are no text."""
    picture = Picture("C", "T", name, b"")
    text = write(Report("R", WHEN, (Section("S", (picture,)),))).decode()
    [image] = [token for token in inlines(text) if token.type == "image"]
    assert os.fsdecode(unquote_to_bytes(image.attrs["src"])) == name
