"""OPML outlines."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.outlines import opml

from ...strategies import maps
from ...tangles import tangles
from .shapes import shape

OUTLINE = """\
<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>The mill</title>
    <ownerName>A. Miller</ownerName>
  </head>
  <body>
    <outline text="Rebuild the mill" _note="One.&#10;Two.">
      <outline text="It ground our flour" created="1890"/>
      <outline text="Con: Flour is cheap">
        <outline text="Con: Bread is not"/>
      </outline>
    </outline>
    <outline text="Keep the river">
      <outline text="It ground our flour" same="it-ground-our-flour"/>
    </outline>
  </body>
</opml>
"""


def relations(m: argmap.ArgumentMap) -> list[str]:
    """Return the ids of the relations of a map."""
    return [r.id for r in m.relations]


def test_what_stands_inside_is_a_reason_or_an_objection() -> None:
    """An outline inside another one supports it, or attacks it where it begins with Con."""
    m = opml.read(OUTLINE.encode(), "mill.opml")
    assert m.title == "The mill"
    assert [(s.text, s.note) for s in m][:2] == [("Rebuild the mill", "One.\nTwo."), ("It ground our flour", None)]
    assert relations(m) == [
        "it-ground-our-flour -> rebuild-the-mill",
        "flour-is-cheap -| rebuild-the-mill",
        "bread-is-not -| flour-is-cheap",
        "it-ground-our-flour -> keep-the-river",
    ]


def test_what_was_read_is_written_again(project) -> None:
    """Reading and writing an outline changes nothing, by way of the native format or without it."""
    project({"a.opml": OUTLINE})
    assert opml.write(argmap.load("a.opml")).text == OUTLINE
    argmap.save(argmap.load("a.opml"), "b.yaml")
    assert opml.write(argmap.load("b.yaml")).text == OUTLINE


def test_headings_of_pros_and_cons_mark_what_stands_below() -> None:
    """An outline that only says "Cons" is no statement, and what stands below it bears on what is above."""
    text = "<opml><body><outline text='A'><outline text='Cons:'><outline text='B'/></outline></outline></body></opml>"
    m = opml.read(text.encode(), "")
    assert relations(m) == ["b -| a"]
    assert "headings such as 'Pros'" in m.origin.findings[0].message


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<outline text='A'><outline text=''><outline text='B'/></outline></outline>", "outlines without a text"),
        ("<outline text='A'><outline text='B' isComment='true'/></outline>", "outlines that are comments"),
        ("<outline text='A' type='rss'/>", "attributes of outlines have no place in a map"),
        ("<outline text='A'><outline text='B' same='c'/></outline>", "nothing in this outline is called c"),
        ("<outline text='A'>", "this is no XML from here on"),
    ],
)
def test_what_is_lost_is_told_with_its_place(body, message) -> None:
    """What an outline has that no map holds is told where it stands."""
    m = opml.read(f"<opml>\n<body>{body}</body></opml>".encode(), "a.opml")
    assert any(message in f.message and f.line == 2 for f in m.origin.findings)
    opml.write(m)


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"text", b"PK\x03\x04"])
def test_other_files_are_no_outlines(data) -> None:
    """What is no OPML is refused in a sentence."""
    with pytest.raises(ConvertError):
        opml.read(data, "a.opml")


def test_an_outline_may_be_as_deep_as_it_likes() -> None:
    """Depth is no matter, in reading or in writing."""
    depth = 3_000
    text = "<opml><body>" + "<outline text='a'>" * depth + "</outline>" * depth + "</body></opml>"
    m = opml.read(text.encode(), "")
    assert len(m.relations) == depth - 1
    assert len(opml.read(opml.write(m).encoded, "").relations) == depth - 1


@given(m=maps() | tangles())
def test_a_map_is_read_again_as_it_was_written(m) -> None:
    """Up to ids, all that an outline has a place for comes back."""
    left = kept(m, opml.FORMAT.keeps)
    writing = opml.write(m)
    again = opml.read(writing.encoded, "")
    exact = not writing.findings
    assert shape(again, exact=exact) == shape(left, exact=exact)
    if exact:
        assert Counter(s.note for s in again) == Counter(s.note for s in left)


@given(text=st.text(st.sampled_from("<outline text='a+-:\\Con'/>&;\""), max_size=200))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a file, reading it makes a map or says that it is no outline."""
    m = opml.read(f"<opml><body><outline text='a'>{text}</outline></body></opml>".encode(), "a.opml")
    opml.write(m)


@given(annex=st.text() | st.sampled_from(['{"head": [["<a", "b"]], "attributes": {"rebuild-the-mill": {"a b": "c"}}}']))
def test_a_damaged_annex_is_passed_over(annex) -> None:
    """Whatever somebody made of the annex, the map is written."""
    m = opml.read(OUTLINE.encode(), "")
    assert len(opml.read(opml.write(evolve(m, annex={"opml": annex})).encoded, "")) == len(m)


def test_an_outline_is_none_in_a_folder() -> None:
    """A list of feeds is no map, so only an outline that is named is read."""
    assert formats.sign("a.opml", OUTLINE.encode) is formats.Sign.POSSIBLE
