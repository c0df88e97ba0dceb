"""A map as an outline."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given, settings

from argmap.model.outline import Told, outline
from argmap.model.relations import Relation, RelationKind
from argmap.project.documents import loads

from ..tangles import tangles

MAP = """\
nodes:
  top: {recommendation: Do it., because: [a, b + c], but: [d]}
  a: {claim: A., because: [{reason: e, unless: [f]}]}
  b: {premise: B., because: [e]}
  c: {premise: C.}
  d: {objection: D., because: [top]}
  e: {evidence: E.}
  f: {objection: F.}
  apart: {claim: Apart., contradicts: [a]}
"""


def told(text, part=None, depth=None):
    """Return the lines of an outline as text."""
    rows = []
    for item in outline(loads(text), part, depth):
        state = "" if item.told is Told.HERE else f" ({item.told})"
        sign = "=" if item.is_linked else ""
        cut = " …" if item.is_cut else ""
        rows.append(f"{'  ' * item.depth}{sign}{item.statement or item.relation.kind}{state}{cut}")
    return rows


def test_each_statement_is_told_once():
    """Reasons stand under what they bear on, first those for it; what was told is referred to, and a circle ends."""
    assert told(MAP) == [
        "apart",
        "  a (below)",
        "top",
        "  a",
        "    support",
        "      e",
        "      f",
        "    apart (above)",
        "  support",
        "    =b",
        "      e (above)",
        "    =c",
        "  d",
        "    top (circle)",
    ]


def test_a_part_refers_to_what_is_elsewhere():
    """What a part rests on, or serves, and what is not in it, is referred to."""
    assert told(MAP, {"a", "f"}) == [
        "a",
        "  top (elsewhere)",
        "  support",
        "    e (elsewhere)",
        "    f",
        "  apart (elsewhere)",
    ]


def test_depth_counts_statements():
    """As deep as is asked for; where something is deeper, it is marked."""
    assert told(MAP, depth=0) == ["apart …", "top …"]
    assert told(MAP, depth=1) == ["apart", "  a (below)", "top", "  a …", "  support", "    =b …", "    =c", "  d …"]


def test_unknown_reasons_are_told():
    """A reason that is no statement of the map is not lost."""
    assert told("nodes: {a: {claim: A., because: [gone]}}") == ["a", "  gone (unknown)"]


def test_a_ring_is_told_from_its_first():
    """Where nothing leads to no other, the outline begins with what the map names first."""
    assert told("nodes: {a: {claim: A., because: [b]}, b: {claim: B., because: [a]}}") == ["a", "  b", "    a (circle)"]


def test_an_undercut_that_cuts_itself_is_told_once():
    """Where an undercut has the id of what it cuts, and so cuts itself, the outline ends."""
    m = loads("nodes: {a: {claim: A., because: [b]}, b: {claim: B.}, c: {claim: C.}}")
    twice = Relation("x", RelationKind.SUPPORT, ("b",), "a"), Relation("x", RelationKind.UNDERCUT, ("c",), "x")
    found = list(outline(evolve(m, relations=twice)))
    assert [item.statement for item in found if item.statement is not None] == ["a", "b", "c"]
    assert [item.told for item in found].count(Told.CIRCLE) == 1


@given(tangles())
@settings(deadline=None)
def test_every_statement_is_told_exactly_once(m):
    """Whatever a map is, each of its statements is told once."""
    found = [item.statement for item in outline(m) if item.statement is not None and item.told is Told.HERE]
    assert sorted(found) == sorted({s.id for s in m.statements})
