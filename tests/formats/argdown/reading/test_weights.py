"""How reasons weigh in Argdown: data after the title that a mark leads to."""

from __future__ import annotations

from textwrap import dedent

import argmap
from argmap.formats import argdown
from argmap.model.relations import Force, RelationKind
from argmap.model.standards import Standard


def read(text):
    """Read a map."""
    return argdown.FORMAT.read(dedent(text), "m.argdown")


def weights(m):
    """Return how each attack weighs."""
    return {r.premises: (r.force, r.outweighed_by) for r in m.relations if r.kind is RelationKind.ATTACK}


def test_data_below_a_mark_says_how_an_attack_weighs():
    """What outweighs is named by id or title, linked by ``+``, in either direction of the mark."""
    m = read("""
        [Adopt 30]: Make 30 the limit. #recommendation
          + [Fewer injuries]: Fewer.
          + [Calm + quiet]: Calm.
          - [Trips slower]: Slower. {outweighed-by: [Fewer injuries, calm-quiet + fewer-injuries]}
          - <Ugly>: Signs are ugly. {force: weighs, outweighed-by: Calm + quiet, note: N., why: Calm is worth it.}

        [Not ours]: It is not for us to decide.
          -> [Adopt 30] {force: defeats}
        """)
    assert m.origin.findings == ()
    (ugly,) = m.attacks(of="ugly")
    assert (ugly.note, m["ugly"].note) == ("Calm is worth it.", "N.")
    assert weights(m) == {
        ("trips-slower",): (None, (("fewer-injuries",), ("calm-quiet", "fewer-injuries"))),
        ("ugly",): (Force.WEIGHS, (("calm-quiet",),)),
        ("not-ours",): (Force.DEFEATS, ()),
    }


def test_linked_attacks_weigh_too():
    """Below a denial, the data stands after what is denied."""
    m = read("""
        [Adopt 30]: Make 30 the limit. #recommendation

        <Costs>: In short.

        (1) [A]: One.
        (2) [B]: Two.
        ----
        (3) Not so. {denial: true}
            -> [Adopt 30] {outweighed-by: nobody}
        """)
    assert m.origin.findings == ()
    assert weights(m) == {("a", "b"): (None, (("nobody",),))}
    assert argdown.FORMAT.read(argdown.FORMAT.write(m).text, "m.argdown") == m


def test_what_does_not_weigh_is_told():
    """A wrong force, a judgement of nothing, and weights of what is no attack are findings at their lines."""
    m = read("""\
        [R]: R. #recommendation {force: weighs, why: so}
          - [O]: O. {force: defets}
          - [N]: N. {outweighed-by: ""}
          - [M]: M. {force: defeats, outweighed-by: n}
          + [P]: P. {outweighed-by: n}
          >< [Q]: Q. {outweighed-by: n}
        """)
    misplaced = "says how an objection weighs, and this is none: delete it here, or write it after the title below"
    assert sorted((f.line, f.message) for f in m.origin.findings if f.code != "AM013") == [
        (1, f"'force' {misplaced} '-' or '->'"),
        (2, "'force' cannot be 'defets': did you mean 'defeats'?"),
        (3, "'outweighed-by' is empty: write the id of a reason, or delete the key"),
        (4, "what defeats cannot be outweighed: delete 'force: defeats', or 'outweighed-by'"),
        (5, f"'outweighed-by' {misplaced} '-' or '->'"),
        (6, f"'outweighed-by' {misplaced} '-' or '->'"),
    ]


def test_values_stand_after_the_title_or_at_the_inference():
    """A reason names its values in its data, a reconstructed one at its inference; the front matter ranks them."""
    m = read("""\
        ===
        orders: {parents: safety > time, drivers: [time > money, money > safety], mayor: money}
        ===

        [R]: R. #recommendation {values: x}
          + [P]: P. {values: safety}
          - [O]: O. {values: [time, money]}

        (1) [A]: One.
        (2) [B]: Two.
        -- {values: [calm]} --
        (3) [R]
        """)
    assert [(r.premises, r.values) for r in m.relations] == [
        (("p",), ("safety",)),
        (("o",), ("time", "money")),
        (("a", "b"), ("calm",)),
    ]
    assert [(order.id, order.chains) for order in m.orders] == [
        ("parents", (("safety", "time"),)),
        ("drivers", (("time", "money"), ("money", "safety"))),
    ]
    assert [f.message for f in m.origin.findings] == [
        "the order 'mayor' has a part that ranks no values: write it as orders: {parents: safety > calm > time}",
        "the data key 'values' is not kept",
    ]
    assert argdown.FORMAT.read(argdown.FORMAT.write(m).text, "m.argdown") == m


def test_a_comma_joins_no_values_in_an_order():
    """A chain with a comma is told with the list of chains that was meant."""
    m = read("""\
        ===
        orders:
            s: jobs > health, fairness
        ===

        [A]: A.
        """)
    assert m.orders == ()
    assert [(f.line, f.message.rpartition("no values: ")[2]) for f in m.origin.findings] == [
        (3, "',' does not join values in a chain: write [jobs > health, jobs > fairness]")
    ]


def test_a_judgement_is_written_as_a_person_would():
    """A weighed attack with a note stands below its target, names are written plainly, and one chain is no list."""
    text = dedent("""\
        ===
        orders:
          parents: safety > calm
        ===

        [Adopt]: Adopt it. #recommendation
            + [Hurt] {values: [safety]}
            - [Slower] {values: [calm], outweighed-by: [hurt + calm, hurt], why: A life counts more}
            - [Dear] {why: "It costs: a lot."}

        [Hurt]: Fewer.

        [Calm]: Calm.

        [Slower]: Slower.

        [Dear]: Dear.
        """)
    m = read(text)
    assert m.origin.findings == ()
    assert argdown.FORMAT.write(m).text == text


def test_unknown_names_of_what_outweighs_are_told():
    """Each name of no statement is told once, with the title or id that is near, also where an attack defeats."""
    text = """
        [Adopt]: Adopt it. #recommendation
          + [Fewer injuries]: Fewer.
          - [Slower]: Slower. {outweighed-by: [Fewer injurys + nope, nope, "p w"], why: x%s}
        """
    for force in ("", ", force: defeats"):
        found = [f for f in argmap.check(read(text % force)) if f.code == "AM501"]
        assert {f.line for f in found} == {4}
        assert [f.message.partition("called ")[2] for f in found] == [
            "'Fewer injurys': did you mean 'Fewer injuries'?",
            "'nope': write it, or correct the name",
            "'p w': name one that is there by its title or id" if not force else "'p w': write it, or correct the name",
        ]


def test_weights_stand_where_values_do_and_standards_at_statements():
    """A statement has a standard in its data, a reason its weight after the title or at the inference."""
    m = read("""\
        [R]: R. {standard: preponderance, cite: {source: s, weight: 0.4}}
          + [P]: P. {weight: 0.7}
          - [O]: O. {weight: .3, force: weighs}

        (1) [A]: One.
        (2) [B]: Two.
        -- {weight: 1} --
        (3) [R]
        """)
    assert m.origin.findings == ()
    assert m["r"].standard is Standard.PREPONDERANCE
    assert [citation.weight for citation in m["r"].citations] == [0.4]
    assert {r.premises: r.weight for r in m.relations} == {("p",): 0.7, ("o",): 0.3, ("a", "b"): 1.0}
    assert argdown.FORMAT.read(argdown.FORMAT.write(m).text, "m.argdown") == m


def test_a_wrong_weight_or_standard_is_told():
    """What is no number above 0 and up to 1, or no standard, is told with what to write."""
    m = read("""\
        [R]: R. {standard: prepoderance, cite: {source: s, weight: 40%}}
          + [P]: P. {weight: 0,7}
          - [O]: O. {weight: high}
          >< [Q]: Q. {weight: 0.7}
        """)
    takes = "'weight' takes a number above 0 and up to 1"
    assert [(f.line, f.message) for f in m.origin.findings if f.code == "AM004"] == [
        (1, "'standard' cannot be 'prepoderance': did you mean 'preponderance'?"),
        (1, f"{takes}, and this is '40%': write 0.4"),
        (2, f"{takes}, and this is '0,7': write 0.7"),
        (3, f"{takes}, such as 0.7, and this is 'high'"),
    ]
    assert [(f.line, f.message) for f in m.origin.findings if f.code == "AM013"][-1] == (
        4,
        "the data key 'weight' is not kept",
    )
