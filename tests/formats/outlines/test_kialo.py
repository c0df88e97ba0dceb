"""Kialo's text exports, in both of their layouts."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import formats
from argmap.errors import ConvertError
from argmap.formats._parts import kept
from argmap.formats.outlines import kialo
from argmap.formats.outlines.kialo.syntax import parse, serialise
from argmap.model.citations import Citation, Selector
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.sources import Source
from argmap.model.statements import Kind, Statement

from ...strategies import maps
from ...tangles import tangles
from .shapes import shape

FLAT = """\
Discussion Title: Should the mill be rebuilt?

1. The mill should be rebuilt.
1.1. Con: It is better to \\(let\\) it rest.
1.1.1. Con: It [ground](https://example.org/flour_(old)) flour
and more:
1. malt
2. corn
1.2. Pro: Ships need flour.
1.2.1. Pro: -> See 1.1.1.
"""
TALL = """\
Discussion Name:
What should become of the mill?

1. Question:
What should become of it [1]?

  1.1. Thesis:
  It should be rebuilt.

    1.1.1. Pro:
    It ground all our flour [2], they say [3].
    1. Pro: malt

    And corn &amp; more.

      1.1.1.1. Con:
      Flour is cheap.

      1.1.1.3. Pro:
      -> See 1.2.1.

    1.1.2. Con:
    -> See discussion #343: Wind is free.

  1.2. Thesis:
  It should be a museum.

    1.2.1. Pro:
    Old things are loved.

    1.2.2. Con:
    -> See 1.1.1.3.

Sources:
[1] https://example.org/mill
[2] https://example.org/flour
"For ninety years the mill ground all the flour of the town.

Then it stopped."
[3] https://example.org/mill
[7] https://example.org/never-cited
"""


def messages(m: ArgumentMap) -> list[str]:
    """Return what reading found, with line and column."""
    return [f"{f.line}:{f.column} {f.message}" for f in m.origin.findings]


def test_a_con_attacks_the_claim_above_it_whatever_that_is() -> None:
    """A pro supports and a con attacks what stands above it, and the number of a claim is its id."""
    m = kialo.read(FLAT, "mill.txt")
    assert m.title == "Should the mill be rebuilt?"
    assert [(r.kind.value, r.premises, r.target, r.id) for r in m.relations] == [
        ("attack", ("1.1",), "1", "1.1 -| 1"),
        ("attack", ("1.1.1",), "1.1", "1.1.1 -| 1.1"),
        ("support", ("1.2",), "1", "1.2 -> 1"),
        ("support", ("1.1.1",), "1.2", "1.2.1"),
    ]
    assert m["1.1.1"].text == "It ground flour\nand more:\n1. malt\n2. corn"
    assert m["1.1"].text == "It is better to (let) it rest."
    assert [(c.source, c.selector) for c in m["1.1.1"].citations] == [("example-org-flour-old", None)]
    assert m.sources == (Source("example-org-flour-old", url="https://example.org/flour_(old)"),)


def test_footnotes_are_cited_with_the_ends_of_what_they_quote() -> None:
    """A footnote is a citation, and its mark is no part of the text."""
    m = kialo.read(TALL, "mill.txt")
    assert m["1.1.1"].text == "It ground all our flour, they say.\n1. Pro: malt\n\nAnd corn & more."
    assert [(c.source, c.selector) for c in m["1.1.1"].citations] == [
        ("example-org-flour", Selector("For ninety years the … town. Then it stopped.")),
        ("example-org-mill", None),
    ]


def test_theses_answer_a_question_and_links_lead_to_claims() -> None:
    """A question has no reasons; a link, even to a link, is a relation of the claim that it leads to."""
    m = kialo.read(TALL, "mill.txt")
    assert m["1"].kind is Kind.QUESTION
    assert [(r.id, r.kind.value, r.premises) for r in m.relations if r.target in ("1", "1.2", "1.1.1")] == [
        ("1.1.1.1 -| 1.1.1", "attack", ("1.1.1.1",)),
        ("1.1.1.3", "support", ("1.2.1",)),
        ("1.2.1 -> 1.2", "support", ("1.2.1",)),
        ("1.2.2", "attack", ("1.2.1",)),
    ]
    assert messages(m) == [
        (
            "7:3 that theses answer a question has no place in a map; it is kept for writing Kialo again "
            "(2 places, the first is here)"
        ),
        "22:5 links to other discussions are kept as claims in their own words",
    ]


@pytest.mark.parametrize("text", [FLAT, TALL])
def test_what_was_read_is_written_again_to_the_letter(text, project) -> None:
    """Reading and writing an export changes nothing, by way of the native format or without it."""
    project({"a.txt": text})
    assert kialo.write(argmap.load("a.txt")).text == text
    argmap.save(argmap.load("a.txt"), "a.yaml")
    assert kialo.write(argmap.load("a.yaml")).text == text
    assert serialise(parse(text)) == text


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("1. A\n1.1. Pro: B\n1.1. Con: C", "3:1 there are two claims 1.1.; this is taken for another"),
        ("1. A\n1.2.1. Pro: B", "2:1 claim 1.2.1. stands under 1.2., which is not there"),
        ("1. A\n1.1. Pro: -> See 1.9.", "2:1 there is no claim 1.9.; the words are kept as a claim"),
        (
            "1. A\n1.1. Pro: -> See 1.2.\n1.2. Con: -> See 1.1.",
            "2:1 there is no claim 1.2.; the words are kept as a claim",
        ),
        ("1. A\n1.1. Pro:\n1.2. Con: B", "2:1 claim 1.1. has no text"),
    ],
)
def test_flaws_are_told_with_their_place(lines, message) -> None:
    """What is wrong with an export is found with its line and column, and the claims are kept."""
    m = kialo.read(f"{lines}\n", "a.txt")
    assert message in messages(m)
    again = kialo.read(kialo.write(m).text, "a.txt")
    assert shape(again, exact=False) == shape(m, exact=False)


def test_a_claim_under_a_missing_one_keeps_its_number() -> None:
    """A claim without a parent is written with its number and label, and nobody gets in between."""
    m = kialo.read("Discussion Title: T\n\n1. A\n1.2.1. Con: B\n", "")
    more = evolve(m, statements=(*m.statements, *(Statement(name, Kind.CLAIM, name) for name in "xy")))
    more = evolve(more, relations=(Relation.make("support", ["x"], "1"), Relation.make("attack", ["y"], "1")))
    assert kialo.write(more).text.splitlines()[2:] == ["1. A", "1.1. Pro: x", "1.3. Con: y", "1.2.1. Con: B"]


@pytest.mark.parametrize("indent", ["", "    ", "\t\t"])
def test_an_export_that_was_indented_anew_is_read_by_its_numbers(indent) -> None:
    """Where no claim has the indentation of its depth, their numbers say how deep they stand."""
    lines = [line.lstrip() for line in TALL.splitlines()]
    moved = "\n".join(indent * line.partition(" ")[0].count(".") + line for line in lines)
    assert shape(kialo.read(moved, ""), exact=False) == shape(kialo.read(TALL, ""), exact=False)


def test_a_line_like_a_claim_in_a_text_is_told() -> None:
    """A heading that has another indentation than the others is text of the claim above it, which is told."""
    m = kialo.read("Discussion Name:\nx\n\n1. Thesis:\nA.\n\n  1.1. Pro:\n  B.\n\n1.2. Con:\nC.\n", "")
    told = "this looks like a claim that does not stand as deep as its number says: it is read as text"
    assert messages(m) == [f"10:1 {told}"]


def test_a_text_without_numbers_is_no_export() -> None:
    """What has no claims is refused in a sentence."""
    with pytest.raises(ConvertError, match="no line begins with a number"):
        kialo.read("Discussion Title: Rain\n\nIt rains.\n", "a.txt")


def test_new_footnotes_come_after_the_old_ones() -> None:
    """A citation that the export did not have becomes a footnote with a number that no text has."""
    m = kialo.read(TALL, "")
    statement = evolve(m["1.2"], text="See [4].", citations=(Citation("c", "memo", Selector("One two")),))
    changed = evolve(m, statements=tuple(statement if s.id == "1.2" else s for s in m))
    text = kialo.write(changed).text
    assert "See [4]. [5]" in text
    assert text.endswith('[5] memo\n"One two"\n')


@pytest.mark.parametrize(
    "text", ["1.2. Pro:", "-> See 1.", "Sources:\n[1] x", "a\r1. b", "[1](https://example.org)", " x"]
)
def test_texts_that_look_like_something_else_are_not_misread(text) -> None:
    """No text turns into a claim, a link or a footnote; what is written in another way is told."""
    m = ArgumentMap(
        "T",
        statements=(Statement("a", Kind.CLAIM, text), Statement("b", Kind.CLAIM, text)),
        relations=(Relation.make("attack", ["b"], "a"),),
    )
    writing = kialo.write(m)
    again = kialo.read(writing.text, "")
    assert shape(again, exact=not writing.findings) == shape(m, exact=not writing.findings)


@given(m=maps() | tangles())
def test_a_map_is_read_again_as_it_was_written(m) -> None:
    """Up to ids, and up to line breaks that are told, all that an export has a place for comes back."""
    writing = kialo.write(m)
    if not len(m):
        return
    left = kept(m, kialo.FORMAT.keeps)
    exact = not writing.findings
    assert shape(kialo.read(writing.text, ""), exact=exact) == shape(left, exact=exact)


@given(text=st.text(st.sampled_from("1.2 \n\tProCn:->See[]()Sources&amp;\\x"), max_size=200))
def test_any_text_is_read_without_raising(text) -> None:
    """Whatever stands in a file, reading it makes a map or says that it is no export."""
    try:
        m = kialo.read(f"Discussion Name:\nx\n\n{text}", "a.txt")
    except ConvertError:
        return
    kialo.read(kialo.write(m).text, "a.txt")


@given(annex=st.text() | st.sampled_from(["[]", '{"marks": 1}', '{"under": {"a": ["a", "x"], "b": [1]}}']))
def test_a_damaged_annex_is_passed_over(annex) -> None:
    """Whatever somebody made of the annex, the map is written."""
    m = kialo.read(TALL, "")
    assert len(kialo.read(kialo.write(evolve(m, annex={"kialo": annex})).text, "")) == len(m)


def test_an_export_is_told_by_its_heading() -> None:
    """In a folder, an export is a map, and another text is none."""
    assert formats.format_of("a.kialo.txt", TALL.encode()) == "kialo"
    assert formats.sign("a.txt", FLAT.encode) is formats.Sign.SURE
    assert formats.sign("a.txt", b"Discussion of rain\n1. It rains.\n".strip) is formats.Sign.NONE
