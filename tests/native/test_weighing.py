"""How reasons weigh, read and written; slips are in `tests/formats/slips/weights.txt`."""

from __future__ import annotations

import pytest

from argmap.formats import argdown, json, yaml
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
from argmap.model.standards import Standard
from argmap.model.statements import Kind, Statement

TEXT = """\
nodes:
  adopt-30:
    recommendation: Make 30 km/h the default limit.
    because: [fewer-injuries]
    but:
      - {reason: trips-slower, note: Since., force: weighs, outweighed-by: [fewer-injuries, calm + quiet]}
      - {reason: not-ours, force: defeats}
      - {reason: signs-cost, outweighed-by: calm}
  fewer-injuries:
    claim: A.
"""


def test_force_and_what_outweighs():
    """An objection has a force, and reasons that outweigh it, linked or not; both are written as they were read."""
    m = yaml.read(TEXT, "m.yaml")
    assert m.origin.findings == ()
    assert [(r.premises, r.force, r.outweighed_by) for r in m.attacks(on="adopt-30")] == [
        (("trips-slower",), Force.WEIGHS, (("fewer-injuries",), ("calm", "quiet"))),
        (("not-ours",), Force.DEFEATS, ()),
        (("signs-cost",), None, (("calm",),)),
    ]
    assert yaml.write(m).text == TEXT
    assert json.read(json.write(m).text, "m.json") == m


def test_unknown_ids_are_told_where_nothing_can_outweigh():
    """What is not kept of a judgement on what defeats, no check can see."""
    m = yaml.read(
        TEXT.replace("force: defeats", "force: defeats, outweighed-by: [fewer-injury, calm + adopt-30]"), "m.yaml"
    )
    assert [finding.message for finding in m.origin.findings] == [
        "what defeats cannot be outweighed: delete 'force: defeats', or 'outweighed-by'",
        "no statement is called 'calm': write it, or correct the id",
        "no statement is called 'fewer-injury': did you mean 'fewer-injuries'?",
    ]


def test_the_layout_lines_the_keys_up():
    """`argmap format` puts the force and what outweighs before the undercuts, whatever order they were written in."""
    messy = "nodes:\n  r:\n    recommendation: R.\n    but:\n      - {unless: [u], outweighed-by: a, reason: o}\n"
    assert "{reason: o, outweighed-by: a, unless: [u]}" in yaml.lay_out(messy)


@pytest.mark.parametrize(
    ("relation", "why"),
    [
        (("support", Force.WEIGHS, ()), "it is no attack"),
        (("support", None, (("a",),)), "it is no attack"),
        (("attack", Force.DEFEATS, (("a",),)), "what defeats cannot be outweighed"),
        (("attack", None, (("a", "not an id"),)), "'a + not an id' names no statements"),
        (("attack", None, ((),)), "'' names no statements"),
    ],
)
def test_what_cannot_be_read_again_is_told(relation, why):
    """A weight that code has made and no document may hold is left out, and told."""
    kind, force, reasons = relation
    made = Relation("r", RelationKind(kind), ("a",), "b", force=force, outweighed_by=(*reasons, ("b",)))
    m = ArgumentMap(statements=(Statement("a", Kind.CLAIM, "A."), Statement("b", Kind.CLAIM, "B.")), relations=(made,))
    written = yaml.write(m)
    assert [finding.message for finding in written.findings] == [f"the weight of 'r' is not kept: {why}"]
    assert yaml.read(written.text, "m.yaml").origin.findings == ()


@pytest.mark.parametrize("reasons", ["a +", "a, c", "a and c", "[a, [c]]", "[a, '']"])
def test_a_slip_in_what_outweighs_outweighs_nothing(reasons):
    """Nothing is guessed of a judgement that is badly written, as that would decide in its favour."""
    m = yaml.read(f"nodes: {{r: {{recommendation: R., but: [{{reason: o, outweighed-by: {reasons}}}]}}}}\n", "m.yaml")
    assert m.origin.findings
    assert all(attack.outweighed_by == () for attack in m.attacks(on="r"))


VALUED = """\
orders:
  parents: safety > peace and quiet > time
  drivers: [time > money, money > safety]
nodes:
  adopt-30:
    recommendation: Make 30 km/h the default limit.
    because:
      - {reason: fewer-injuries, values: safety}
    but:
      - {reason: trips-slower, values: [time, money]}
"""


def test_orders_and_the_values_that_they_rank():
    """An order is a chain of values or several, a reason speaks for one value or several; both are written as read."""
    m = yaml.read(VALUED.replace("values: safety", "values: [safety]"), "m.yaml")
    assert m.origin.findings == ()
    assert m.orders == (
        Order("parents", (("safety", "peace and quiet", "time"),)),
        Order("drivers", (("time", "money"), ("money", "safety"))),
    )
    assert [r.values for r in m.relations] == [("safety",), ("time", "money")]
    written = yaml.write(m)
    assert written.findings == ()
    assert yaml.read(written.text, "m.yaml") == m
    assert json.read(json.write(m).text, "m.json") == m


def test_what_ranks_or_names_nothing_is_told():
    """An order that code has made and no document may hold, and values of what is no reason, are left out and told."""
    cut = Relation("cut", RelationKind.UNDERCUT, ("a",), "a@s", values=("x",))
    statement = Statement("a", Kind.CLAIM, "A.", citations=(Citation("a@s", "s"),))
    orders = (Order("o", (("a > b", "c"),)), Order("p", ()), Order("q q", (("a", "b"),)))
    written = yaml.write(ArgumentMap(statements=(statement,), relations=(cut,), orders=orders))
    assert [finding.node for finding in written.findings] == ["o", "p", "q q", "cut"]
    assert yaml.read(written.text, "m.yaml").origin.findings == ()


MEASURED = """\
nodes:
  adopt-30:
    recommendation: Make 30 km/h the default limit.
    standard: clear-and-convincing
    cite: {source: law, fair: true, weight: 0.25}
    because:
      - {reason: fewer-injuries, values: safety, weight: 0.7}
    but:
      - {reason: trips-slower, weight: 0.3, force: weighs}
"""


def test_standards_and_weights():
    """A statement has a standard, a reason or citation a weight; both are written as they were read."""
    m = yaml.read(MEASURED, "m.yaml")
    assert m.origin.findings == ()
    assert m["adopt-30"].standard is Standard.CLEAR_AND_CONVINCING
    assert [citation.weight for citation in m["adopt-30"].citations] == [0.25]
    assert [relation.weight for relation in m.relations] == [0.7, 0.3]
    written = yaml.write(m).text
    assert "    standard: clear-and-convincing\n    cite: {source: law, fair: true, weight: 0.25}\n" in written
    assert yaml.read(written, "m.yaml") == m
    assert json.read(json.write(m).text, "m.json") == m


@pytest.mark.parametrize(("written", "weight"), [(".7", 0.7), ("1", 1.0), ("1.", 1.0), ("'0.7'", 0.7), ("7e-1", 0.7)])
def test_a_weight_is_any_number_above_0_and_up_to_1(written, weight):
    """However a number is written in YAML, it is read as it is meant."""
    m = yaml.read(f"nodes: {{r: {{claim: R., because: [{{reason: p, weight: {written}}}]}}}}\n", "m.yaml")
    assert m.origin.findings == ()
    assert m.relations[0].weight == weight


def test_the_layout_writes_a_weight_as_a_number():
    """`argmap format` lines keys up, and writes a weight plainly."""
    messy = "nodes:\n  r:\n    standard: scintilla\n    claim: R.\n    but:\n      - {weight: .70, reason: o}\n"
    laid_out = yaml.lay_out(messy)
    assert "    claim: R.\n    standard: scintilla\n" in laid_out
    assert "{reason: o, weight: 0.7}" in laid_out


def test_a_weight_that_no_document_may_hold_is_told():
    """What code weighs at 0, at more than 1, or where nothing is weighed, is left out, and told."""
    citation = Citation("a@s", "s", weight=2.0)
    statements = (Statement("a", Kind.CLAIM, "A.", citations=(citation,)), Statement("b", Kind.CLAIM, "B."))
    step = Relation("r", RelationKind.SUPPORT, ("a",), "b", weight=0.0)
    cut = Relation("cut", RelationKind.UNDERCUT, ("a",), "r", weight=0.5)
    m = ArgumentMap(statements=statements, relations=(step, cut))
    for write, read in ((yaml.write, yaml.read), (argdown.write, argdown.read)):
        written = write(m)
        assert [finding.node for finding in written.findings] == ["cut", "r", "a@s"]
        again = read(written.text, "m")
        assert [f.code for f in again.origin.findings if f.code != "AM013"] == []
        assert not any(r.weight for r in again.relations)
