"""T24 to T34: the cases that the literature argues about, as a user writes them, by the map and by its framework."""

from __future__ import annotations

import pytest

import argmap
from argmap.evaluation.audiences import standings
from argmap.evaluation.exports.aspic import to_aspic
from argmap.frameworks.structured.aspic import Rule, instantiate
from argmap.frameworks.structured.preferences import Link, Ordering

RED_LIGHT = """
nodes:
  is-red: {claim: The thing is red., because: [{reason: looks-red, unless: [red-light]}]}
  looks-red: {evidence: It looks red., cite: observer}
  red-light: {claim: It is under red light., cite: electrician}
"""
TWEETY = """
nodes:
  flies: {claim: Tweety flies., because: [{reason: bird, unless: [ill]}]}
  bird: {evidence: Tweety is a bird., cite: keeper}
  ill: {evidence: Tweety is ill., cite: vet}
"""
HARRY = """
nodes:
  british: {claim: Harry is a British subject., because: [{reason: bermuda + statutes, unless: [naturalised]}]}
  bermuda: {evidence: Harry was born in Bermuda., cite: register}
  statutes: {premise: Who is born in Bermuda is a British subject., cite: law}
  naturalised: {evidence: Harry has become an American citizen., cite: certificate}
"""
MURDER = """
nodes:
  murder: {claim: It was murder., because: [{reason: killed + intent, unless: [self-defence]}]}
  killed: {evidence: He killed., cite: autopsy}
  intent: {evidence: He meant to., cite: letter}
  self-defence: {claim: It was self-defence., because: [witness], but: [no-threat]}
  witness: {evidence: A witness says so., cite: hearing}
  no-threat: {claim: He was not threatened., because: [camera]}
  camera: {evidence: The camera shows nobody else., cite: recording}
"""
WITNESS = """
nodes:
  testimony: {evidence: The witness says that witnesses are unreliable., cite: hearing}
  unreliable: {claim: The witness is unreliable., because: [{reason: testimony, unless: [unreliable]}]}
"""
CIRCLE = """
nodes:
  bible: {claim: The book is true., because: [author]}
  author: {claim: Its author does not lie., because: [bible]}
"""
GROUNDED_CIRCLE = CIRCLE.replace("because: [author]", "because: [author], cite: tablet")
LIBRARY = """
nodes:
  misbehaves: {claim: He misbehaves., because: [snores]}
  snores: {evidence: He snores., cite: librarian}
  professor: {evidence: He is a professor., cite: staff-list}
  deny: {claim: He may be removed from the library., because: [misbehaves], contradicts: allow}
  allow: {claim: He may not be removed from the library., because: [professor]}
"""
BACHELOR = """
nodes:
  married: {claim: John is married., because: [ring], contradicts: bachelor}
  bachelor: {claim: John is a bachelor., because: [party]}
  ring: {evidence: John wears a ring., cite: photo}
  party: {evidence: John goes out late., cite: neighbour}
"""
JOINT = """
nodes:
  a: {claim: A., cite: s1}
  b: {claim: B., cite: s2, but: [d]}
  c: {claim: C., cite: s3, but: [a + b]}
  d: {claim: D., cite: s4}
"""
CLASSICS = {
    "T24 red light (Pollock 1987)": (RED_LIGHT, {"is-red": "rejected", "looks-red": "accepted"}),
    "T25 Tweety is ill": (TWEETY, {"flies": "rejected", "bird": "accepted"}),
    "T26 Harry (Toulmin 1958)": (HARRY, {"british": "rejected", "bermuda": "accepted"}),
    "T27 murder (Prakken & Sartor 1996)": (
        MURDER,
        {"murder": "accepted", "no-threat": "accepted", "self-defence": "rejected"},
    ),
    "T28 unreliable witness": (WITNESS, {"testimony": "accepted", "unreliable": "undecided"}),
    "T29 loop of supports": (CIRCLE, {"bible": "unsupported", "author": "unsupported"}),
    "T29 with a ground outside": (GROUNDED_CIRCLE, {"bible": "accepted", "author": "accepted"}),
    "T30 library (Prakken 1997)": (LIBRARY, {"misbehaves": "accepted", "deny": "undecided", "allow": "undecided"}),
    "T32 married bachelor": (BACHELOR, {"ring": "accepted", "married": "undecided", "bachelor": "undecided"}),
    "T33 joint attack (Nielsen & Parsons 2007)": (
        JOINT,
        {"a": "accepted", "b": "rejected", "c": "accepted", "d": "accepted"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CLASSICS.values(), ids=CLASSICS)
def test_what_the_literature_says_is_what_the_map_says(text: str, expected: dict[str, str]) -> None:
    """The standing of each statement is as published, and the grounded extension of the exported lines has it too."""
    m = argmap.loads(text)
    evaluation = argmap.evaluate(m)
    assert {name: str(evaluation[name].standing) for name in expected} == expected
    labels = argmap.af(m).labels("grounded")
    assert {name for name in expected if labels[name] == "all"} == {
        name for name, standing in expected.items() if standing == "accepted"
    }


@pytest.mark.parametrize("text", [LIBRARY, BACHELOR])
def test_two_sides_hold_in_one_extension_each(text: str) -> None:
    """Without preferences both sides of T30 and T32 are open: each holds in one of two preferred extensions."""
    asked = argmap.af(argmap.loads(text))
    assert asked.count("preferred") == 2
    assert sorted(map(str, asked.labels("preferred").values())) == ["all"] * (len(asked.labels()) - 2) + ["some"] * 2


def test_a_joint_attack_is_exported_as_one() -> None:
    """T33: the linked attack is one argument, which is out as d is against b; grounded has a, c and d."""
    asked = argmap.af(argmap.loads(JOINT))
    assert asked.extensions("grounded") == (("a", "c", "d"),)
    assert asked.export["a + b -| c"].statements == ("a", "b")


def test_preferences_decide_whether_scots_like_whisky() -> None:
    """T31: as a map nothing is decided; the theory that is made of it is, once its rules and premises are ranked."""
    m = argmap.loads("""
nodes:
  whisky: {claim: He likes whisky., because: [scot]}
  scot: {claim: He is Scottish., because: [born]}
  born: {evidence: He was born in Scotland., cite: register}
  dry: {claim: He does not like whisky., because: [fit], contradicts: whisky}
  fit: {evidence: He keeps fit., cite: friend}
""")
    assert argmap.evaluate(m)["whisky"].standing == argmap.evaluate(m)["dry"].standing == "undecided"
    theory = to_aspic(m)
    assert theory.rules == (
        Rule("scot -> whisky", ("scot",), "whisky"),
        Rule("born -> scot", ("born",), "scot"),
        Rule("fit -> dry", ("fit",), "dry"),
    )
    ranked = type(theory)(
        theory.rules,
        premises=theory.premises,
        contraries=theory.contraries,
        lower_rules=(("born -> scot", "fit -> dry"), ("fit -> dry", "scot -> whisky")),
        lower_premises=(("born", "fit"),),
    )
    for link, measure, expected in (
        (Link.LAST, Ordering.ELITIST, "whisky"),
        (Link.WEAKEST, Ordering.ELITIST, "dry"),
        (Link.WEAKEST, Ordering.DEMOCRATIC, None),
    ):
        made = instantiate(ranked, link, measure)
        unattacked = {
            argument.conclusion
            for argument, attackers in zip(made.arguments, made.framework.attackers, strict=True)
            if not attackers
        }
        assert unattacked & {"whisky", "dry"} == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("property", {"A": "accepted", "B": "rejected", "C": "accepted"}),
        ("life", {"A": "accepted", "B": "accepted", "C": "rejected"}),
    ],
)
def test_hal_takes_the_insulin_of_carla(order: str, expected: dict[str, str]) -> None:
    """T34: that Hal may take it stands under both orders, that he must make up for it where property ranks first."""
    m = argmap.loads("""
orders: {property: property > life, life: life > property}
nodes:
  A: {claim: Hal may take the insulin., because: [{reason: dies, values: life}],
      but: [{reason: B, values: property, force: weighs}]}
  B: {claim: It is wrong to infringe her property., because: [{reason: hers, values: property}], but: [C]}
  C: {claim: Hal must make up for it., because: [{reason: fair, values: property}],
      but: [{reason: D, values: life, force: weighs}]}
  D: {claim: He need not if he is too poor., because: [{reason: poor, values: life}]}
  dies: {evidence: He would die without., cite: doctor}
  hers: {evidence: It is hers., cite: prescription}
  fair: {premise: Who takes gives back., cite: custom}
  poor: {premise: The poor cannot give back., cite: custom}
""")
    audiences = argmap.analyse(m).audiences
    assert {name: str(standings(name, audiences, argmap.Basis.DECLARED)[order]) for name in expected} == expected
