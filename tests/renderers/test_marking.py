"""Marks in a picture: signs, strips and colours on the cards, and what the heading says of them."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from argmap.analysis import analyse
from argmap.model.look import Look
from argmap.project.documents import loads
from argmap.renderers import Arrangement, DrawingOptions, Mark, Marks, View, dot, svg
from argmap.renderers._diagram.palette import LIGHT
from argmap.renderers._marking import FILL, INK, MEANING, SIGN

from .test_diagram import node

MAP = """
groups: {near: Near, far: Far}
nodes:
  adopt: {recommendation: Adopt it., because: [calm, hoped]}
  calm: {claim: Streets get calmer., group: far, cite: [survey p. 3, memo p. 4]}
  hoped: {claim: Children play., group: near}
sources: {survey: Survey, memo: Memo}
"""
BOTH = Marks(
    "Two maps.",
    {"calm": {Mark.LEFT: "in parts"}, "hoped": {Mark.RIGHT: ""}, "adopt": {Mark.DIFFERS: "claim in A"}},
    relations={"calm -> adopt": Mark.LEFT},
    judged=False,
)
MARKS = Marks(
    "Marked: this.",
    {
        "adopt": {Mark.FALLS: "unsupported"},
        "calm": {Mark.POINT: "for Adopt", Mark.GONE: ""},
        "hoped": {Mark.RISES: "accepted"},
    },
    {"survey": Mark.GONE},
)


def drawn(marks=MARKS, m=None, **options):
    """Return the DOT of the map with marks."""
    return dot.render(View(analyse(m or loads(MAP)), (), DrawingOptions(**options), marks)).data.decode()


def test_each_mark_has_a_sign_of_its_own():
    """Marks are told apart without colour, and each has its colours and its meaning."""
    assert len(set(SIGN.values())) == len(Mark)
    assert SIGN.keys() == INK.keys() == FILL.keys() == MEANING.keys() == set(Mark)


def test_a_marked_card_bears_a_strip():
    """Its marks stand over it, the gravest first, with sign and words; fill and outline are the gravest one's."""
    source = drawn()
    strips = re.findall(r"<B>([■▼▲≈●○] [^<]*)</B>", node(source, "n-calm"))
    assert strips == ["■ taken away", "● single point for Adopt"]
    assert "<B>▼ would fall: unsupported</B>" in node(source, "n-adopt")
    assert f'fillcolor="{LIGHT["error-fill"]}"' in node(source, "n-adopt")
    assert f'color="{LIGHT["error"]}"' in node(source, "n-adopt")
    assert "would-fall" in node(source, "n-adopt").partition("class=")[2]
    assert "dashed" in node(source, "n-hoped")


def test_two_maps_in_one_are_told_apart_by_their_marks():
    """What one map has alone is marked on its cards and lines, and no word says how anything stands."""
    source = drawn(BOTH)
    assert "<B>◄ only in A: in parts</B>" in node(source, "n-calm")
    assert "<B>► only in B</B>" in node(source, "n-hoped")
    assert "<B>◊ differs: claim in A</B>" in node(source, "n-adopt")
    assert "<B> ◄ </B>" in source
    assert "dashed" not in node(source, "n-hoped")
    assert "UNSUPPORTED" not in source
    assert MEANING[Mark.LEFT] in drawn(evolve(BOTH, statements={}))


def test_other_cards_step_back():
    """Where something is marked, what is not is white; without marks nothing changes."""
    some = drawn(evolve(MARKS, statements={}))
    assert f'fillcolor="{LIGHT["page"]}"' in node(some, "n-adopt")
    assert f'fillcolor="{LIGHT["recommendation-fill"]}"' in node(drawn(None), "n-adopt")


def test_a_marked_source_has_its_sign_on_the_cards():
    """The line of a marked source begins with the sign of the mark, that of another as ever."""
    source = node(drawn(), "n-calm")
    assert ">■ Survey, p. 3<" in source
    assert ">» Memo, p. 4<" in source
    assert ">■ Survey, p. 3<" in node(drawn(evolve(MARKS, citing=frozenset({"calm"}))), "n-calm")
    assert ">» Survey, p. 3<" in node(drawn(evolve(MARKS, citing=frozenset({"hoped"}))), "n-calm")


def test_the_heading_and_the_legend_explain_the_marks():
    """The heading says what is marked, also without a legend, which has the signs that occur."""
    assert ">Marked: this.<" in drawn(legend=False)
    source = drawn()
    assert MEANING[Mark.FALLS] in source
    assert MEANING[Mark.WEAKEST] not in source
    assert MEANING[Mark.GONE] in drawn(evolve(MARKS, statements={}))


def test_references_show_the_marks_of_their_cards():
    """A small card that refers to a marked statement has its signs before the name."""
    source = drawn(arrangement=Arrangement.APART)
    assert "<B>→ ■ ● Streets get calmer.</B>" in source


def test_what_is_marked_and_not_drawn_is_counted():
    """A part of a map says how many of the marked statements it leaves out."""
    assert ">Marked: this. 1 of the marked is not drawn.<" in drawn(groups=("far",))  # another is a small card
    assert ">Marked: this. 1 of the marked is not drawn.<" in drawn(around="calm", depth=1)


def test_a_closed_section_counts_the_marks_inside():
    """A card that stands for a section has the marks of what is in it, with their number."""
    m = loads(MAP)
    closed = evolve(m, origin=evolve(m.origin, look=Look(closed=frozenset({"far"}))))
    source = drawn(m=closed)
    assert "■ taken away: 1 inside" in source
    assert "not drawn" not in source


@pytest.mark.parametrize("words", ["", "<b>", "a" * 300, "\x1b[2J"])
def test_marks_are_drawn_whatever_they_say(engine, words):
    """Words of any kind and length make a whole picture in either engine."""
    marks = Marks(words, {"calm": {Mark.POINT: words}})
    assert svg.render(View(analyse(loads(MAP)), (), DrawingOptions(engine=engine), marks)).data.startswith(b"<?xml")
