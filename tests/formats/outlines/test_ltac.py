"""LTAC outlines, the lightweight text form of assurance cases."""

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
from argmap.formats.outlines import ltac
from argmap.model.citations import Citation, Stance
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ...strategies import maps
from ...tangles import tangles
from .shapes import shape

CASE = """\
# The mill case.
- Claim Top: The mill is safe {needssupport}
  - Context X1: The mill of 1890 (plan.pdf)
  - Strategy S1: Argue over hazards
    # fence first
    - Claim C2: The wheel is fenced
      - Evidence E1: Photographs (photos.zip)
      - Claim Rot: The fence is rotten {iscounter}
    - Claim C3: The floor holds (always) ()
      - Link E1
      - Context: no id
    - Claim ^Other
  - Assumption A1: Nobody climbs
  - Justification J1: Hazards are all there are
  - Claim ^[Away] Elsewhere: It is far

- Claim Other: Another package {x} {}
  - Assumption A2: alone
  - Claim: Unnamed: it is so {assumed}
# the end
"""


def test_what_stands_below_supports_as_one_step() -> None:
    """What stands below an element is one linked step; counter-evidence attacks; an assumption alone is no reason."""
    m = ltac.read(CASE, "case.ltac")
    assert [(r.kind.value, r.id) for r in m.relations] == [
        ("support", "S1 + A1 + J1 + Elsewhere -> Top"),
        ("support", "C2 + C3 + Other -> S1"),
        ("support", "E1 -> C2"),
        ("attack", "Rot -| C2"),
        ("support", "E1 -> C3"),
    ]
    kinds = {s.id: s.kind.value for s in m}
    assert kinds["S1"] == "argument"
    assert kinds["J1"] == "premise"
    assert kinds["unnamed-it-is-so"] == "assumption"
    assert m["C3"].text == "The floor holds (always)"
    assert [c.source for c in m["E1"].citations] == ["photos-zip"]


def test_what_was_read_is_written_again(project) -> None:
    """Reading and writing an outline changes nothing, by way of the native format or without it."""
    project({"a.ltac": CASE})
    assert ltac.write(argmap.load("a.ltac")).text == CASE
    argmap.save(argmap.load("a.ltac"), "b.yaml")
    assert ltac.write(argmap.load("b.yaml")).text == CASE


def test_what_a_map_has_no_place_for_is_told() -> None:
    """Comments, options and contexts are told, with the first of each."""
    assert [f"{f.line}:{f.column} {f.message}" for f in ltac.read(CASE, "a").origin.findings] == [
        "2:1 comments are no part of a map; they are kept for writing LTAC again (3 places, the first is here)",
        (
            "2:1 options in braces have no place in a map; they are kept for writing LTAC again "
            "(2 places, the first is here)"
        ),
        "3:3 contexts have no place in a map; they are kept for writing LTAC again (2 places, the first is here)",
        "15:3 Elsewhere is no element of this file: it is a claim without reasons here",
    ]


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("- Claim A: a\n  - Claim A: b\n", "2:3 there are two elements A; this is taken for another"),
        ("- Claim A: a\n   - Evidence B: b\n", "2:4 each level is indented by two spaces"),
        ("- Claim A: a\n  - Cloud B: b\n", "2:3 this line is no element: write Claim or another type after the dash"),
        ("- Claim A:\n", "1:1 A has no text"),
    ],
)
def test_flaws_are_told_with_their_place(lines, message) -> None:
    """What is wrong with an outline is found with its line and column, and the rest is kept."""
    m = ltac.read(lines, "a.ltac")
    assert any(f"{f.line}:{f.column} {f.message}".startswith(message) for f in m.origin.findings)
    assert evolve(ltac.read(ltac.write(m).text, ""), annex={}) == evolve(m, annex={})


def test_what_has_no_elements_is_no_outline() -> None:
    """Other texts are refused in a sentence."""
    with pytest.raises(ConvertError, match="this is no LTAC outline"):
        ltac.read("- milk\n- eggs\n", "a.ltac")
    assert formats.sign("a.ltac", CASE.encode) is formats.Sign.SURE


def test_contexts_go_with_what_they_are_about() -> None:
    """The context of an element that is gone is left out, and told."""
    m = ltac.read(CASE, "")
    writing = ltac.write(evolve(m, statements=tuple(s for s in m if s.id != "C3"), relations=()))
    assert "no id" not in writing.text
    assert any("contexts of what is no longer there" in finding.message for finding in writing.findings)


def _plain(m: ArgumentMap) -> ArgumentMap:
    """Return what of a map an outline holds of what it has some place for, without order."""
    known = {s.id for s in m}
    relations = [
        r
        for r in m.relations
        if r.target in known
        and (r.kind is RelationKind.SUPPORT or (r.kind is RelationKind.ATTACK and {*r.premises} <= known))
        and (r.kind is RelationKind.SUPPORT or len(r.premises) == 1)
    ]
    steps = Counter((r.kind, r.premises, r.target) for r in relations)
    attacks = {step: min(number, 1) for step, number in steps.items() if step[0] is RelationKind.ATTACK}
    made = tuple(
        Relation(str(place), *step)
        for place, step in enumerate(sorted(Counter({**steps, **attacks}).elements(), key=str))
    )
    statements = tuple(sorted((_as_read(s) for s in m), key=lambda s: s.id))
    return evolve(m, relations=made, statements=statements, sources=(), annex={}, audience=None)


def _as_read(s: Statement) -> Statement:
    kinds = (Kind.CLAIM, Kind.EVIDENCE, Kind.ARGUMENT, Kind.ASSUMPTION)
    plain = [c for c in s.citations if c.selector is None and c.stance is Stance.SUPPORTS]
    cited = tuple(Citation("", "") for _ in plain[:1] if s.kind is Kind.EVIDENCE)
    return evolve(s, kind=s.kind if s.kind in kinds else Kind.CLAIM, text=" ".join(s.text.split()), citations=cited)


@given(m=maps() | tangles())
def test_a_map_is_read_again_as_it_was_written(m) -> None:
    """All that an outline has a place for comes back with its ids: steps, linked or not, and attacks."""
    if not len(m):
        return
    writing = ltac.write(m)
    if any("is read otherwise" in finding.message for finding in writing.findings):
        return
    assert _plain(ltac.read(writing.text, "")) == _plain(kept(m, {*ltac.FORMAT.keeps, "stances"}))


@given(text=st.text(st.sampled_from("- ClaimLinkEvdcContextA:^{}()[]#\n 12"), max_size=200))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a file, reading it makes a map or says that it is no outline."""
    for each in (text, f"- Claim A: a\n  - Claim B: {text}\n  - Context {text}"):
        try:
            m = ltac.read(each, "a.ltac")
        except ConvertError:
            continue
        ltac.write(m)


@given(
    annex=st.text()
    | st.sampled_from(['{"aside": [["Top", -3, ["x"]]]}', '{"ids": {"C2": "a:b"}, "homes": {"C2": "q"}}'])
)
def test_a_damaged_annex_is_passed_over(annex) -> None:
    """Whatever somebody made of the annex, the map is written."""
    ltac.write(evolve(ltac.read(CASE, ""), annex={"ltac": annex}))


def test_the_second_of_two_elements_of_one_name_is_written_under_another() -> None:
    """What has the name of another is not written by that name again, so that no link leads to the wrong one."""
    text = "- Claim T: t\n  - Claim A: a\n  - Claim B: b\n    - Claim A: c\n  - Claim D: d\n    - Link A\n"
    m = ltac.read(text, "t.ltac")
    again = ltac.read(ltac.write(m).text, "t.ltac")
    assert not again.origin.findings
    assert shape(again, exact=True) == shape(m, exact=True)


def test_what_several_statements_lose_is_told_once() -> None:
    """Kinds that an outline does not have are told with their number."""
    said = tuple(Statement(name, Kind.OBJECTION, name) for name in "abc")
    told = [finding.message for finding in ltac.write(ArgumentMap(statements=said)).findings]
    assert told == ["statements of the kind objection are written as claim: 3"]
