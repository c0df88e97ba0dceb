"""What a map expects of its statements, read and written; slips are in `tests/formats/slips/expectations.txt`."""

from __future__ import annotations

import pytest

from argmap.evaluation.labels import Standing
from argmap.formats import json, losses, yaml
from argmap.model.document import ArgumentMap
from argmap.model.expectations import Expectation
from argmap.model.places import moved
from argmap.model.statements import Kind, Statement
from argmap.text import Span

TEXT = """\
title: T
expect:
  adopt-30: accepted
  trips-slower: [rejected, unsupported]  # whatever becomes of it
groups: {g: G}
nodes:
  adopt-30: {claim: A.}
  trips-slower: {objection: B.}
"""


def test_words_and_lists_of_words():
    """A word is what is expected, of a list one word is; both are written as they were read."""
    m = yaml.read(TEXT, "m.yaml")
    assert m.origin.findings == ()
    assert m.expectations == (
        Expectation("adopt-30", ("accepted",)),
        Expectation("trips-slower", (Standing.REJECTED, Standing.UNSUPPORTED)),
    )
    assert "expect:\n  adopt-30: accepted\n  trips-slower: [rejected, unsupported]\n" in yaml.write(m).text
    assert '"expect": {\n    "adopt-30": "accepted"' in json.write(m).text


def test_the_layout_keeps_comments_and_puts_them_above_the_groups():
    """`argmap format` lets expectations stand above the groups, with their comments and in their order."""
    title, rest = TEXT.split("\n", 1)
    expect, others = rest.split("groups", 1)
    assert yaml.lay_out(f"groups{others}{title}\n{expect}").startswith(f"{title}\n{expect}")
    assert yaml.lay_out(TEXT) == TEXT


def test_places():
    """An expectation stands where its statement is named, and places take no part in equality."""
    m = yaml.read(TEXT, "m.yaml")
    span = m.expectations[0].span
    assert TEXT[span.start : span.end] == "adopt-30"
    there = moved(m, lambda span: Span(span.start + 5, span.end + 5))
    assert there.expectations[0].span == Span(span.start + 5, span.end + 5)
    assert there == m


@pytest.mark.parametrize(
    ("expectation", "message"),
    [
        (Expectation("a", ()), "what is expected of 'a' cannot be read again: one of accepted, undecided"),
        (Expectation("a", ("stands",)), "what is expected of 'a' cannot be read again: one of accepted, undecided"),
        (Expectation("a b", ("accepted",)), "what is expected of 'a b' cannot be read again: no statement can be"),
        (Expectation("b", ("rejected",)), "'b' is expected to be something twice: only the first is written"),
    ],
)
def test_what_no_document_may_hold_is_told(expectation, message):
    """Of a map made in code, an expectation that could not be read again is left out and told."""
    first = Expectation("b", ("accepted",))
    writing = yaml.write(ArgumentMap(expectations=(first, expectation)))
    assert [finding.message.startswith(message) for finding in writing.findings] == [True]
    assert yaml.read(writing.text, "m.yaml").expectations == (first,)


def test_formats_without_a_place_for_them_say_so():
    """An annotation of a source holds no expectation, which is told."""
    statement = Statement("a", Kind.CLAIM, "A.")
    m = ArgumentMap(statements=(statement,), expectations=(Expectation("a", ("accepted",)),))
    assert [f.message for f in losses(m, "web_annotation")] == ["1 expectation has no place in W3C Web Annotation"]
