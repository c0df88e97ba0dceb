"""How objections weigh, read and written; slips are in `tests/formats/slips/weights.txt`."""

from __future__ import annotations

import pytest

from argmap.formats import json, yaml
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.orders import Order
from argmap.model.relations import Force, Relation, RelationKind
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
