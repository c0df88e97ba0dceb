"""What files of other formats held besides, and whose a statement is, read and written in the native document."""

from __future__ import annotations

import json

import pytest

from argmap.formats import json as json_format
from argmap.formats import yaml
from argmap.formats.argdown.reading.document import read as read_argdown
from argmap.formats.argdown.writing.document import write as write_argdown
from argmap.model.document import ArgumentMap
from argmap.model.places import moved
from argmap.model.statements import Kind, Statement, Voice

HELD = json.dumps({"nodes": [{"id": "12_3", "text": 'it\'s "said": # here'}]})
LONG = json.dumps([f"a word {number}" for number in range(40_000)])
DEAR = Statement("dear", Kind.OBJECTION, "It costs money.", voice=Voice.CONCEDED)


def test_an_annex_is_one_line_that_a_person_can_read():
    """In YAML it is the last key, and its text is on one line without a character changed."""
    text = yaml.write(ArgumentMap(statements=(DEAR,), annex={"aif": HELD})).text
    assert text == (
        f"nodes:\n  dear:\n    objection: It costs money.\n    voice: conceded\n\nannex:\n  aif: |-\n    {HELD}\n"
    )


@pytest.mark.parametrize("form", [yaml, json_format], ids=["yaml", "json"])
def test_an_annex_may_be_long(form):
    """No length of it is too long, and the layout keeps it as it is."""
    m = ArgumentMap(statements=(DEAR,), annex={"aif": LONG})
    writing = form.write(m)
    assert writing.findings == ()
    assert form.lay_out(writing.text) == writing.text
    again = form.read(writing.text, "m")
    assert (again.annex, again.origin.findings) == ({"aif": LONG}, ())


def test_the_layout_puts_an_annex_last_on_one_line():
    """A text folded or quoted by another program comes to stand on one line, a comment beside it stays."""
    text = "annex:  # of OVA\n  aif: '{\"a\":\n    1}'\nnodes: {a: {claim: A., implicit: yes, voice: reported}}\n"
    assert yaml.lay_out(text) == (
        'nodes: {a: {claim: A., implicit: true, voice: reported}}\nannex:  # of OVA\n  aif: |-\n    {"a": 1}\n'
    )


@pytest.mark.parametrize(
    ("annex", "told"),
    [
        ("annex: {aif: [1]}", "'aif' takes a text, and this is a list"),
        ("annex: all of it", "'annex:' takes ids with their values, one below the other, and this is a text: write it"),
        ("annex: {aif: ''}", "'aif' is empty: write its text, or delete the key"),
    ],
)
def test_a_wrong_annex_is_told_and_the_rest_is_read(annex, told):
    """What is no text after the name of a format is a finding, and keeps nothing else from being read."""
    m = yaml.read(f"nodes: {{a: {{claim: A.}}}}\n{annex}\n", "m.yaml")
    (finding,) = m.origin.findings
    assert finding.message.startswith(told)
    assert finding.line == 2
    assert (len(m), m.annex) == (1, {})


@pytest.mark.parametrize("held", ["{", "no JSON at all: - x", "[" * 1000])
def test_a_damaged_annex_hurts_nothing(held):
    """An annex that is no JSON is kept to the letter and told by nobody but the format it is of."""
    m = yaml.read(yaml.write(ArgumentMap(statements=(DEAR,), annex={"of-nobody": held})).text, "m.yaml")
    assert (m.annex, m.origin.findings) == ({"of-nobody": held}, ())


def test_an_annex_that_cannot_be_read_again_is_told():
    """What no document may hold is a finding of writing, and the rest is written."""
    m = ArgumentMap(statements=(DEAR,), annex={"no id": HELD, "blank": " ", "aif": HELD})
    writing = yaml.write(m)
    assert [finding.message for finding in writing.findings] == [
        "the annex of 'no id' cannot be read again, and is not written",
        "the annex of 'blank' cannot be read again, and is not written",
    ]
    assert yaml.read(writing.text, "m.yaml").annex == {"aif": HELD}


def test_annex_and_voice_in_argdown():
    """Argdown has the one in its front matter and the other in braces, and reads both again."""
    m = ArgumentMap(statements=(DEAR,), annex={"aif": HELD})
    text = write_argdown(m).text
    assert "\nannex:\n  aif: " in text
    assert "{voice: conceded}" in text
    again = read_argdown(text, "m.argdown")
    assert (again.annex, again["dear"].voice, again.origin.findings) == (m.annex, Voice.CONCEDED, ())


@pytest.mark.parametrize(
    ("front", "told", "annex"),
    [
        ("annex: all", "'annex' takes names of formats with a text each, as argmap writes it", {}),
        ("annex:\n  a: {x: 1}\n  b: B", "the annex of 'a' takes a text, as argmap writes it", {"b": "B"}),
    ],
)
def test_a_wrong_annex_in_argdown(front, told, annex):
    """What is no text is told at its place."""
    m = read_argdown(f"===\n{front}\n===\n\n[A]: A.\n", "m.argdown")
    assert [finding.message for finding in m.origin.findings] == [told]
    assert m.annex == annex


@pytest.mark.parametrize(
    ("text", "read"), [("nodes: {a: {claim: A., voice: %s}}", yaml.read), ("[A]: A. {voice: %s}", read_argdown)]
)
def test_a_voice_is_one_of_three(text, read):
    """Another word is told with the one that is meant, or with all of them."""
    told = [finding.message for word in ("conceeded", "opponent") for finding in read(text % word, "m").origin.findings]
    assert told[0] == "'voice' cannot be 'conceeded': did you mean 'conceded'?"
    assert told[1].endswith("author, reported, conceded is right") or told[1].endswith("author, reported, conceded")


def test_marks_go_before_the_kind():
    """The author's own voice needs no word; what is implicit or another's has one."""
    assert Statement("a", Kind.CLAIM, "A.", voice=Voice.AUTHOR).marks == ()
    assert Statement("a", Kind.CLAIM, "A.", implicit=True, voice=Voice.REPORTED).marks == ("implicit", "reported")


def test_an_annex_is_no_place():
    """A map whose places are moved keeps its annex."""
    m = yaml.read(f"nodes: {{a: {{claim: A.}}}}\nannex:\n  aif: |-\n    {HELD}\n", "m.yaml")
    assert moved(m, lambda span: span).annex == {"aif": HELD}
