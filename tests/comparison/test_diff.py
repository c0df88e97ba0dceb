"""Two versions of one map: what changed, what stands otherwise, and that the layout is no change."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

import argmap
from argmap.analysis import Analysis
from argmap.comparison.changes import Deed, Thing
from argmap.comparison.diff import difference
from argmap.comparison.telling.versions import diff_in_markdown, diff_told
from argmap.model.document import ArgumentMap
from argmap.project import documents
from argmap.workflows.layout import laid_out

from ..strategies import maps
from ..tangles import tangles

OLD = """
title: The road
about: brief
groups: {g: Money, h: Noise}
nodes:
  close:
    recommendation: The road should be closed.
    because: [noise + crashes, {reason: air, id: by-air, scheme: example}]
    but: [{reason: trade, outweighed-by: noise}]
  noise: {premise: It is much too loud there., group: g, cite: survey "too loud" p. 3, from: noise is bad}
  crashes: {claim: There are many crashes., cite: police, tags: [road]}
  air: {claim: The air is bad., title: Bad air}
  trade: {objection: Shops would lose customers.}
sources: {survey: {title: The survey}, police: {title: The list}}
expect: {close: unsupported}
"""


def changed(*replaced):
    """Return what changed when a text of the map is replaced by another: thing, deed, name, field, before and after."""
    new = OLD
    for before, after in replaced:
        assert before in new
        new = new.replace(before, after)
    found = argmap.diff(argmap.loads(OLD), argmap.loads(new))
    return [(str(c.thing), str(c.deed), c.name, c.field, c.before, c.after) for c in found.changes]


@pytest.mark.parametrize(
    ("before", "after", "change"),
    [
        ("title: The road", "title: A road", ("map", "changed", "", "title", "The road", "A road")),
        ("g: Money", "g: Cost", ("section", "changed", "g", "title", "Money", "Cost")),
        (
            "air is bad.",
            "air is foul.",
            ("statement", "reworded", "air", "text", "The air is bad.", "The air is foul."),
        ),
        ("{claim: The air", "{premise: The air", ("statement", "retyped", "air", "kind", "claim", "premise")),
        ("group: g", "group: h", ("statement", "moved", "noise", "group", "g", "h")),
        ("title: Bad air", "title: The air", ("statement", "changed", "air", "title", "Bad air", "The air")),
        ("tags: [road]", "tags: [road, x]", ("statement", "changed", "crashes", "tags", "road", "road, x")),
        ("tags: [road]", "implicit: true, tags: [road]", ("statement", "changed", "crashes", "implicit", "", "yes")),
        ("scheme: example", "scheme: analogy", ("relation", "changed", "air -> close", "scheme", "example", "analogy")),
        (", id: by-air", "", ("relation", "changed", "air -> close", "id", "by-air", "")),
        ("p. 3", "p. 4", ("citation", "changed", "noise", "", 'survey "too loud", p. 3', 'survey "too loud", p. 4')),
        ("cite: police, ", "", ("citation", "removed", "crashes", "", "police", "")),
        (
            "from: noise is bad",
            "from: is so bad",
            ("passage", "changed", "noise", "", 'brief "noise is bad"', 'brief "is so bad"'),
        ),
        ("title: The survey", "title: It", ("source", "changed", "survey", "title", "The survey", "It")),
        (", police: {title: The list}", "", ("source", "removed", "police", "", "The list", "")),
        (
            "close: unsupported",
            "close: accepted",
            ("expectation", "changed", "close", "standings", "unsupported", "accepted"),
        ),
    ],
)
def test_each_thing_that_changed_is_told_once(before, after, change):
    """What changed of a map, a section, a statement, a relation, a citation, a passage or a source is one change."""
    assert changed((before, after)) == [change]


def test_a_new_id_is_a_new_name_and_no_more():
    """With another id a statement was renamed: its relations and what is expected of it have not changed."""
    assert changed(("noise", "sound")) == [
        ("statement", "renamed", "sound", "id", "noise", "sound"),
        ("passage", "changed", "sound", "", 'brief "noise is bad"', 'brief "sound is bad"'),
    ]
    assert changed(("crashes:", "accidents:"), ("+ crashes", "+ accidents")) == [
        ("statement", "renamed", "accidents", "id", "crashes", "accidents")
    ]


def test_reasons_are_moved_and_relinked():
    """A reason given for something else was moved, one that is linked otherwise was relinked."""
    assert changed(
        (", {reason: air, id: by-air, scheme: example}", ""), ("customers.}", "customers., because: air}")
    ) == [
        ("relation", "moved", "air -> trade", "", "air -> close", "air -> trade"),
        ("relation", "changed", "air -> trade", "id", "by-air", ""),
        ("relation", "changed", "air -> trade", "scheme", "example", ""),
    ]
    assert changed(("noise + crashes", "noise, crashes")) == [
        (
            *("relation", "relinked", "noise -> close, crashes -> close", ""),
            *("noise + crashes -> close", "noise -> close, crashes -> close"),
        )
    ]


def test_what_came_and_went_is_told_with_its_text():
    """A statement that is gone is told with its text, and so are relations that went with it."""
    assert changed(
        ("  air: {claim: The air is bad., title: Bad air}\n", ""), (", {reason: air, id: by-air, scheme: example}", "")
    ) == [
        ("statement", "removed", "air", "", "The air is bad.", ""),
        ("relation", "removed", "air -> close", "", "air -> close", ""),
    ]


def test_what_stands_otherwise_is_told_with_the_reason():
    """A statement that stands otherwise is told with why, and of a conclusion which changes do it."""
    found = argmap.diff(argmap.loads(OLD), argmap.loads(OLD.replace("cite: police, ", "")))
    assert [(each.name, str(each.before), str(each.after), each.why) for each in found.flipped] == [
        ("close", "accepted", "unsupported", "missing crashes (or, on another line, air)"),
        ("crashes", "accepted", "unsupported", "nothing is cited for it"),
    ]
    (swing,) = found.swings
    assert (swing.left, len(swing.sets)) == ("close", 1)
    lines = list(diff_told(found))
    assert "  - crashes: police" in lines
    assert any(line.startswith("  close (recommendation): ") for line in lines)
    assert "  - only in the old map: crashes cites police (unverified)" in lines


def test_markdown_takes_no_text_for_markup():
    """What Markdown would take for markup is escaped, and a table has no cell too many."""
    new = OLD.replace("close:", "close|x:").replace("air is bad", "air is *bad* <b>_")
    written = diff_in_markdown(argmap.diff(argmap.loads(OLD), argmap.loads(new)), "a_b.yaml")
    assert written.startswith(r"### a\_b.yaml")
    assert r"\*bad\* \<b>\_" in written
    same = argmap.loads(OLD)
    assert "Nothing changed but the layout." in diff_in_markdown(argmap.diff(same, same), "m")


@given(m=maps())
def test_the_layout_is_no_change(m):
    """A map and the same map laid out anew, or read from another format, do not differ."""
    written = {name: documents.written(m, name).text.encode() for name in ("m.yaml", "m.json")}
    read = [documents.parse(text, name) for name, text in written.items()]
    read.append(documents.parse(laid_out(written["m.yaml"], "m.yaml", format="yaml")[1].encode(), "m.yaml"))
    assert [argmap.diff(read[0], other).changes for other in read[1:]] == [(), ()]


@given(old=tangles(), new=tangles())
def test_only_equal_maps_have_no_changes(old, new):
    """Where nothing changed, the maps are equal but for the order of what is in them; as much comes as went back."""
    project = argmap.analyse(old).project
    there = difference(Analysis(old, project), Analysis(new, project))
    back = difference(Analysis(new, project), Analysis(old, project))
    counts = [sum(c.deed is deed for c in there.changes) for deed in (Deed.ADDED, Deed.REMOVED)]
    assert counts == [sum(c.deed is deed for c in back.changes) for deed in (Deed.REMOVED, Deed.ADDED)]
    if not there.changes and len({s.id for s in (*old, *new)}) == len(old) == len(new):
        assert _sorted(old) == _sorted(new)
    assert all(line.strip() for line in diff_told(there))


@given(m=tangles())
def test_a_map_has_not_changed_from_itself(m):
    """Whatever a map says, it has no changes to itself, and nothing is printed."""
    found = argmap.diff(m, m)
    assert found.changes == ()
    assert list(diff_told(found)) == []


def _sorted(m: ArgumentMap) -> ArgumentMap:
    """Return a map with its statements and relations in one order, and relations without order among premises."""
    relations = (
        evolve(
            r,
            id="",
            premises=tuple(sorted(set(r.premises))),
            outweighed_by=tuple(sorted({tuple(sorted(set(each))) for each in r.outweighed_by})),
        )
        for r in m.relations
    )
    return evolve(
        m,
        statements=tuple(sorted((evolve(s, citations=()) for s in m.statements), key=lambda s: s.id)),
        relations=tuple(sorted(relations, key=repr)),
    )


def test_things_are_told_in_the_order_of_a_document():
    """The map comes first, sections before statements, statements before relations, sources after them."""
    assert [thing.value for thing in Thing][:4] == ["map", "section", "statement", "relation"]
