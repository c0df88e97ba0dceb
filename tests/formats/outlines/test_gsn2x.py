"""GSN cases, as gsn2x reads them."""

from __future__ import annotations

from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.formats._parts import kept
from argmap.formats.outlines import gsn2x
from argmap.formats.outlines.gsn2x.syntax import Case, Element, parse, serialise
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ...strategies import maps
from ...tangles import tangles

CASE = """\
module:
  name: Mill
  brief: The mill is safe
  extends: [{module: other, develops: {G9: [G2]}}]

G1:
  text: The mill is safe.
  supportedBy: [S1, G7]
  inContextOf: [C1, A1]

C1:
  text: The mill of 1890

A1:
  text: Nobody climbs the wheel.

S1:
  text: Argue over all hazards
  supportedBy: [G2]
  inContextOf: [J1]
  rankIncrement: 1
  horizontalIndex:
    relative: -1

J1:
  text: The list of hazards is complete.

G2:
  text: The wheel is fenced.
  supportedBy: [Sn1, Sn2]
  acp:
    ACP1: Sn1

Sn1:
  text: Photographs
  classes: [red]
  url: https://example.org/photos
  layer1: "12"

Sn2: {}

G7:
  text: "The floor holds: always."
  undeveloped: true

CG1:
  text: The fence is rotten.
  supportedBy: [CSn1]
  challenges: [G2, C1]

CSn1:
  text: Letter
  url: letters/1890.pdf
  defeated: true

X1:
  text: The river is calm.
  nodeType: Goal
"""


def relations(m: ArgumentMap) -> list[tuple[str, str]]:
    """Return the relations of a map, shortly."""
    return [(r.kind.value, r.id) for r in m.relations]


def test_what_supports_an_element_holds_together() -> None:
    """A list under 'supportedBy:' is one linked step, with the assumptions in whose context the element stands."""
    m = gsn2x.read(CASE, "mill.gsn.yaml")
    assert relations(m) == [
        ("support", "S1 + G7 + A1 -> G1"),
        ("support", "G2 -> S1"),
        ("support", "Sn1 + Sn2 -> G2"),
        ("support", "CSn1 -> CG1"),
        ("attack", "CG1 -| G2"),
    ]
    assert [(s.id, s.kind.value) for s in m] == [
        *(("G1", "claim"), ("A1", "assumption"), ("S1", "argument"), ("G2", "claim"), ("Sn1", "evidence")),
        *(("Sn2", "evidence"), ("G7", "claim"), ("CG1", "objection"), ("CSn1", "evidence"), ("X1", "claim")),
    ]
    assert (m.title, m.description) == ("Mill", "The mill is safe")


def test_what_is_undeveloped_stays_so() -> None:
    """An undeveloped goal has nothing that supports it, is tagged, and is found to be unsupported."""
    m = gsn2x.read(CASE, "")
    assert m["G7"].tags == ("undeveloped",)
    assert "G7" in {finding.node for finding in argmap.check(m) if finding.name == "unsupported-claim"}


def test_an_assumption_supports_nothing_by_itself() -> None:
    """The context of a goal is no reason for it."""
    m = gsn2x.read("G1:\n  text: A\n  undeveloped: true\n  inContextOf: [A1]\nA1: {text: B}\n", "")
    assert m.relations == ()
    assert gsn2x.read(gsn2x.write(m).text, "") == m
    assert "inContextOf: [A1]" in gsn2x.write(m).text


def test_what_was_read_is_written_again(project) -> None:
    """Reading and writing a case changes nothing, by way of the native format or without it."""
    project({"a.gsn.yaml": CASE})
    m = argmap.load("a.gsn.yaml")
    assert m.origin.format == "gsn2x"
    assert gsn2x.write(m).text == CASE
    argmap.save(m, "b.yaml")
    assert gsn2x.write(argmap.load("b.yaml")).text == CASE


def test_citations_that_are_left_out_are_counted() -> None:
    """An element has one address, of a source that evidence cites as a whole; all other citations are told, once."""
    m = argmap.loads(
        'nodes: {a: {evidence: A., cite: [s, t]}, b: {evidence: B., cite: s "b"}, c: {claim: C., cite: s}}'
    )
    writing = gsn2x.write(m)
    assert writing.text.count("url:") == 1
    assert [finding.message for finding in writing.findings] == [
        "3 citations are left out: an element has one address, of a source that evidence cites whole"
    ]


def test_what_a_map_has_no_place_for_is_told() -> None:
    """Contexts, justifications, layers and modules are told, with the first of each."""
    m = gsn2x.read(CASE, "a")
    attributes = (
        "attributes such as layers, levels and places have no place in a map; they are kept for writing GSN again"
    )
    assert [f"{f.line}:{f.column} {f.message}" for f in m.origin.findings] == [
        "1:1 what a module says of itself and of others has no place in a map; it is kept for writing GSN again",
        "11:1 contexts have no place in a map; they are kept for writing GSN again",
        f"21:3 {attributes} (5 places, the first is here)",
        "25:1 justifications have no place in a map; they are kept for writing GSN again",
        "49:3 that contexts and justifications are challenged is kept for writing GSN again",
    ]


def test_a_step_that_needs_another_module_stays_open() -> None:
    """An element that is not there remains a premise, and is found when the map is checked."""
    m = gsn2x.read("G1:\n  text: A\n  supportedBy: [G2, G3]\nG3: {text: B}\n", "a.gsn.yaml")
    assert [r.premises for r in m.relations] == [("G2", "G3")]
    assert "no statement is called 'G2'" in str([finding.message for finding in argmap.check(m)])


def test_contexts_of_what_is_gone_are_left_out() -> None:
    """A context goes with the last element that stands in it, and is told."""
    m = gsn2x.read(CASE, "")
    statements = tuple(s for s in m if s.id != "G1")
    writing = gsn2x.write(evolve(m, statements=statements, relations=()))
    assert "C1:" not in writing.text
    assert "J1:" in writing.text
    assert "C1 stood in the context of what is no longer there" in writing.findings[0].message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("G1:\n  text: A\n  supportedBy: G2, G3\n", "no element of this file is called G2, G3: write [G2, G3]"),
        ("G1:\n  text: A\n  supportedBy: [C1]\nC1: {text: B}\n", "3:3 C1 is a Context, which supports nothing"),
        ("G1:\n  text: A\n  inContextOf: [G2]\nG2: {text: B}\n", "3:3 G2 is no Context, Assumption or Justification"),
        ("X1: {text: A}\n", "1:1 X1 begins with none of G, S, Sn, C, A, J, CG and CSn"),
        ("G1: {text: A}\nG1: {text: B}\n", "2:1 there are two elements G1; only the first is read"),
        ("G1: text\n", "1:1 G1 is a text: an element has attributes below it"),
        ("G1:\n  text: ''\n", "2:3 G1 has an empty text"),
        ("G 1:\n  text: A\n", "1:1 'G 1' is no id in a map: it is called g-1 there"),
        ("G1:\n  text: A\n  text: B\n", "3:3 text stands twice; only the first is read"),
        ("G1: [", "1:"),
    ],
)
def test_flaws_are_told_with_their_place(text, message) -> None:
    """What is wrong with a case is found with its line and column, and what is written again says the same."""
    m = gsn2x.read(text, "a.gsn.yaml")
    assert any(message in f"{f.line}:{f.column} {f.message}" for f in m.origin.findings)
    again = gsn2x.read(gsn2x.write(m).text, "") if len(m) else m
    assert evolve(again, annex={}) == evolve(m, annex={})


@pytest.mark.parametrize("text", ["", "- a\n", "just words", "{}"])
def test_what_has_no_elements_is_no_case(text) -> None:
    """Other texts are refused in a sentence."""
    with pytest.raises(ConvertError, match="this is no GSN case"):
        gsn2x.read(text, "a.yaml")


def test_counter_arguments_get_their_types() -> None:
    """In a case that gsn2x has not seen, what attacks is a counter goal or a counter solution."""
    m = ArgumentMap(
        statements=(
            Statement("safe", Kind.CLAIM, "It is safe."),
            Statement("rotten", Kind.OBJECTION, "It is rotten."),
            Statement("letter", Kind.EVIDENCE, "A letter says so."),
        ),
        relations=(Relation.make("attack", ["rotten"], "safe"), Relation.make("attack", ["letter"], "safe")),
    )
    text = gsn2x.write(m).text
    assert "nodeType: CounterGoal" in text
    assert "nodeType: CounterSolution" in text
    assert evolve(gsn2x.read(text, ""), annex={}) == m


def test_reasons_that_stand_apart_are_told_from_linked_ones() -> None:
    """Where one list of supports does not say which hold together, 'reasons:' does."""
    statements = tuple(Statement(name, Kind.CLAIM, name) for name in ("G1", "G2", "G3", "G4"))
    steps = (Relation.make("support", ["G2", "G3"], "G1"), Relation.make("support", ["G4"], "G1"))
    m = ArgumentMap(statements=statements, relations=steps)
    text = gsn2x.write(m).text
    assert "  supportedBy: [G2, G3, G4]\n  reasons: G2 + G3; G4\n" in text
    assert gsn2x.read(text, "") == m


def _plain(m: ArgumentMap) -> ArgumentMap:
    """Return what of a map a case holds of all that it has some place for; sources are known by their place only."""
    known = {s.id for s in m}
    relations = tuple(
        r
        for r in m.relations
        if r.kind is RelationKind.SUPPORT or (len(r.premises) == 1 and {*r.premises, r.target} <= known)
    )
    relations = tuple(r for r in relations if r.target in known)
    return evolve(m, relations=relations, statements=tuple(map(_cites_once, m)), sources=())


def _cites_once(s: Statement) -> Statement:
    plain = [c for c in s.citations if s.kind is Kind.EVIDENCE and c.selector is None and c.stance is Stance.SUPPORTS]
    return evolve(s, citations=tuple(Citation("", "") for _ in plain[:1]))


@given(m=maps() | tangles())
def test_a_map_is_read_again_as_it_was_written(m) -> None:
    """All that a case has a place for comes back with its ids; the order of attacks is that of the attackers."""
    if not len(m):
        return
    keeps = {*gsn2x.FORMAT.keeps, "stances"}
    left, again = _plain(kept(m, keeps)), _plain(gsn2x.read(gsn2x.write(m).text, ""))
    shapes = [Counter((r.kind, r.premises, r.target) for r in each.relations) for each in (left, again)]
    assert shapes[0] == shapes[1]
    bare = evolve(again, relations=(), annex={}), evolve(left, relations=(), annex={}, audience=None)
    assert bare[0] == bare[1]


@given(text=st.text(st.sampled_from("G1S:n A\n\t-[]{}\"'text supportedBy #&*!|>,"), max_size=200))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a file, reading it makes a map or says that it is no case."""
    for each in (text, f"G1:\n  text: A\n  supportedBy: {text}"):
        try:
            m = gsn2x.read(each, "a.gsn.yaml")
        except ConvertError:
            continue
        gsn2x.write(m)


@given(annex=st.text() | st.sampled_from(["[]", '{"types": {"G1": "x"}, "attributes": {"G1": {"a": [1, {"b": 2}]}}}']))
def test_a_damaged_annex_is_passed_over(annex) -> None:
    """Whatever somebody made of the annex, the map is written."""
    m = gsn2x.read(CASE, "")
    assert len(gsn2x.read(gsn2x.write(evolve(m, annex={"gsn2x": annex})).text, "")) == len(m)


def test_a_deep_annex_is_cut() -> None:
    """An annex may nest as deep as it likes."""
    deep = '{"attributes": {"G1": {"a": ' + "[" * 900 + "]" * 900 + "}}}"
    assert gsn2x.read(gsn2x.write(evolve(gsn2x.read(CASE, ""), annex={"gsn2x": deep})).text, "")["G1"]


def test_syntax_is_complete() -> None:
    """What the syntax has is written and read again."""
    case = Case({"name": "x"}, (Element("G1", {"text": "a", "b": [{"c": "d"}], "e": None}), Element("Sn1", {})))
    assert parse(Flaws(serialise(case))) == case


def test_a_case_is_told_by_its_elements() -> None:
    """A case is told from a native map and from other YAML."""
    assert formats.format_of("a.yaml", CASE.encode()) == "gsn2x"
    assert formats.format_of("a.gsn.yaml", b"Sn1: {}\n") == "gsn2x"
    assert formats.format_of("a.yaml", b"nodes:\n  G1:\n    claim: A\n") == "yaml"
    assert formats.format_of("a.yaml", b"on: push\n") == "yaml"
