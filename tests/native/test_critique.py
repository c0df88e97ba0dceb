"""What a step says of its scheme, in YAML, JSON, Argdown and tables: read, written, and where it is wrong."""

from __future__ import annotations

import pytest

from argmap import formats
from argmap.formats import argdown, json, yaml
from argmap.model.critique import Answer, Filling, Waiver
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

TEXT = """
nodes:
  c:
    claim: C.
    because:
      - reason: a + b
        scheme: expert-opinion
        roles: {source: a, field: a + b}
        answers: {biased: n, evidence: [n + a, b]}
        waives: {peers-differ: "Only one study, of May, exists.", quoted: }
        unless: [{reason: n, raises: biased}]
  a: {premise: A.}
  b: {premise: B.}
  n: {premise: N.}
"""


def steps(record: str) -> str:
    """Return a map with one step."""
    return f"nodes: {{c: {{claim: C., because: [{{reason: a, {record}}}]}}, a: {{premise: A.}}}}"


def slips(text: str) -> list[tuple[str, str]]:
    """Return the text at which each slip of a map stands, and the name of its rule."""
    m = yaml.read(text, "m.yaml")
    assert m.origin is not None
    line = m.origin.lines.line
    return [(line(f.line)[f.column - 1 : f.end_column - 1], f.name) for f in m.origin.findings]


def test_reading() -> None:
    """Roles take premises, answers reasons that are linked or not, waivers a reason in words."""
    m = yaml.read(TEXT, "m.yaml")
    assert m.origin is not None
    assert not m.origin.findings
    step, undercut = m.relations
    assert step.roles == (Filling("source", ("a",)), Filling("field", ("a", "b")))
    assert step.answers == (Answer("biased", (("n",),)), Answer("evidence", (("n", "a"), ("b",))))
    assert step.waives == (Waiver("peers-differ", "Only one study, of May, exists."), Waiver("quoted", ""))
    assert undercut.raises == "biased"


def test_places() -> None:
    """Scheme, roles, questions and what is raised have places of their own."""
    step, undercut = yaml.read(TEXT, "m.yaml").relations
    spans = [step.scheme_span, *(each.span for each in (*step.roles, *step.answers, *step.waives))]
    assert [TEXT[span.start : span.end] for span in (*spans, undercut.raises_span)] == [
        *("expert-opinion", "source", "field", "biased", "evidence", "peers-differ", "quoted"),
        "biased",
    ]


@pytest.mark.parametrize("form", [yaml, json, argdown], ids=["yaml", "json", "argdown"])
def test_documents_keep_it(form) -> None:
    """What is written is read again as it was."""
    m = yaml.read(TEXT, "m.yaml")
    written = form.write(m)
    assert not written.findings
    assert form.read(written.text, "again") == m


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_graphs_keep_it(name) -> None:
    """A graph of another program has roles, answers, waivers and what is raised again, and none is told to be lost."""
    m = yaml.read(TEXT, "m.yaml")
    form = formats.named(name)
    again = form.read_bytes(form.write(m).encoded, "again")
    kept = [(each.roles, each.answers, each.waives, each.raises) for each in again.relations]
    assert kept == [(each.roles, each.answers, each.waives, each.raises) for each in m.relations]
    assert "have no place" not in " ".join(finding.message for finding in formats.losses(m, name))


@pytest.mark.parametrize("name", ["aif", "arguebuf", "sadface", "kialo", "opml"])
def test_formats_without_a_place_tell_it(name) -> None:
    """A format that has no place for roles and questions says how many are lost."""
    told = " ".join(finding.message for finding in formats.losses(yaml.read(TEXT, "m.yaml"), name))
    assert "2 roles of premises have no place" in told
    assert "2 waived critical questions have no place" in told


def test_an_unquoted_reason_may_have_a_comma() -> None:
    """A reason that its own comma cuts is read whole, and told; what follows is no question."""
    m = yaml.read(steps("scheme: sign, waives: {reliable: Only one, of May}"), "m.yaml")
    assert m.relations[0].waives == (Waiver("reliable", "Only one, of May"),)


@pytest.mark.parametrize(
    ("record", "slip"),
    [
        ("roles: a", ("a", "wrong-value")),
        ("answers: [a]", ("[a]", "wrong-value")),
        ("roles: {source: }", ("source", "empty-text")),
        ("answers: {biased: []}", ("biased", "empty-text")),
        ("answers: {biased: {x: y}}", ("{x: y}", "wrong-value")),
        ("answers: {biased: a, biased: a}", ("biased", "duplicate-id")),
        ("roles: {the source: a}", ("the source", "bad-id")),
        ("waives: [two words]", ("two words", "bad-id")),
        ("raises: biased", ("raises", "wrong-value")),
        ('scheme: "  "', ("scheme", "empty-text")),
        ("question: biased", ("reason", "unknown-key")),
    ],
)
def test_slips(record, slip) -> None:
    """What cannot be read is told where it stands, and nothing is guessed of it."""
    assert slips(steps(record)) == [slip]


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("answers: {biased: a}", "'answers' belongs to a step, beside its scheme"),
        ("raises: biased", "'raises' belongs to a step, beside its scheme"),
    ],
)
def test_keys_at_a_statement(key, says) -> None:
    """What belongs to a step and stands at a statement is answered with where it goes."""
    m = yaml.read(f"nodes: {{c: {{claim: C., {key}}}}}", "m.yaml")
    assert m.origin is not None
    assert says in m.origin.findings[0].message


def test_control_characters() -> None:
    """A scheme with characters that no document may hold is a slip at each, and does no harm."""
    m = yaml.read(steps("scheme: \x00exp\x07ert"), "m.yaml")
    assert m.origin is not None
    assert [finding.name for finding in m.origin.findings] == ["syntax", "syntax"]


def test_what_code_makes_and_no_document_holds_is_told() -> None:
    """Names that are no ids, roles without a premise, and names that stand twice are told when they are written."""
    said = {
        "roles": (Filling("the source", ("a",)), Filling("field", ())),
        "answers": (Answer("biased", (("a",),)), Answer("biased", (("c",),))),
        "waives": (Waiver("quoted", "   "),),
        "raises": "biased",
    }
    statements = (Statement("c", Kind.CLAIM, "C."), Statement("a", Kind.CLAIM, "A."))
    m = ArgumentMap(statements=statements, relations=(Relation("s", RelationKind.SUPPORT, ("a",), "c", **said),))
    for form in (yaml, argdown):
        lost = [finding.message for finding in form.write(m).findings]
        assert len(lost) == 5
        assert all(message.endswith("cannot be read again, and is not written") for message in lost)
