"""Maps as weighted bipolar graphs, and the strengths of their statements."""

from __future__ import annotations

import pytest
from hypothesis import given

import argmap
from argmap.errors import UnknownNameError, WrongNumberError
from argmap.evaluation.labels import Grade
from argmap.evaluation.strengths import bipolar, going_round, strengths
from argmap.frameworks.strengths.gradual import known
from argmap.graph import Graph
from argmap.model.statements import Kind

from ..tangles import tangles


def graph(text: str) -> Graph:
    """Return the look-ups of a map."""
    return Graph.of(argmap.loads(text))


def values(text: str, semantics: str = "qe", **more) -> dict[str, float]:
    """Return the strengths of the statements of a map, to four digits."""
    found = strengths(graph(text), semantics=semantics, check=(), **more)
    return {name: round(found[name].value, 4) for name in found}


ONE = "nodes: {a: {claim: A., %s: [b]}, b: {claim: B.}}"


@pytest.mark.parametrize(
    ("semantics", "attacked", "supported"),
    [("dfquad", 0.25, 0.75), ("qe", 0.4, 0.6), ("euler", 0.4245, 0.5889), ("mlp", 0.3775, 0.6225)],
)
def test_a_plain_map_is_the_graph_that_the_literature_draws(semantics, attacked, supported):
    """One reason for or against gives what one supporter or attacker gives in the literature."""
    assert values(ONE % "but", semantics)["a"] == attacked
    assert values(ONE % "because", semantics)["a"] == supported


def test_a_linked_reason_is_as_strong_as_its_weakest_premise():
    """Of linked premises the weakest counts, and detail is not punished."""
    text = "nodes: {a: {claim: A., because: [b + c]}, b: {claim: B., credence: %s}, c: {claim: C., credence: %s}}"
    one = "nodes: {a: {claim: A., because: [b]}, b: {claim: B., credence: %s}}"
    assert values(text % (0.9, 0.4))["a"] == values(one % 0.4)["a"]
    assert values(text % (0.4, 0.9))["a"] == values(one % 0.4)["a"]


def test_a_weight_is_that_of_its_reason():
    """A reason of half the weight is as strong as one whose premise is half as strong."""
    weighed = "nodes: {a: {claim: A., because: [{reason: b, weight: 0.5}]}, b: {claim: B.}}"
    assert values(weighed)["a"] == values((ONE % "because").replace("claim: B.", "claim: B., credence: 0.25"))["a"]


def test_base_scores_come_from_credences_or_are_asked_for():
    """A statement begins with its credence, and what is asked for goes before it, also for reasons and citations."""
    text = "nodes: {a: {claim: A., credence: 0.7, because: [b]}, b: {claim: B., cite: s}}\nsources: {s: {title: S}}"
    found = strengths(graph(text), check=())
    assert (found["a"].base, found["b"].base) == (0.7, 0.5)
    found = strengths(graph(text), check=(), base={"a": 0.1, "b@s": 1, "b -> a": 0})
    assert (found["a"].base, found["a"].value, found["b"].value) == (0.1, 0.1, 0.75)


def test_base_scores_of_nothing_and_out_of_range_are_refused():
    """An id that nothing has, and a number that is none of 0 to 1, are told."""
    with pytest.raises(UnknownNameError, match=r"unknown statement, citation or reason 'rian': did you mean 'rain'\?"):
        values("nodes: {rain: {claim: It rained.}}", base={"rian": 0.5})
    for bad in (1.5, -0.1, float("nan"), "high"):
        with pytest.raises(WrongNumberError, match="the base score of 'rain' is a number from 0 to 1"):
            values("nodes: {rain: {claim: It rained.}}", base={"rain": bad})


CITED = "nodes: {a: {claim: A., cite: [{source: s%s}]}}\nsources: {s: {title: S}}"


@pytest.mark.parametrize(
    ("more", "grade", "value"),
    [
        ("", Grade.UNVERIFIED, 0.6),
        ("", Grade.INDEPENDENT, 0.6),
        (", weight: 1", Grade.INDEPENDENT, 0.75),
        (", stance: contradicts", Grade.INDEPENDENT, 0.4),
        (", stance: context", Grade.INDEPENDENT, 0.5),
        ("", Grade.DISPUTED, 0.5),
        ("", None, 0.5),
    ],
)
def test_a_citation_counts_as_it_is_graded(more, grade, value):
    """A citation supports or contradicts its statement, unless its passage is missing or disputed."""
    found = strengths(graph(CITED % more), {"a@s": grade}, check=())
    assert found["a"].value == value
    left_out = "left out: 1 citation that may not count, as the passage is missing or disputed"
    assert found.told == ((left_out,) if grade in {None, Grade.DISPUTED} else ())


def test_an_undercut_weakens_the_step_alone():
    """An undercut strikes at one reason, and neither at its premise nor at other reasons."""
    text = "nodes: {a: {claim: A., because: [{reason: b%s}, c]}, b: {claim: B.}, c: {claim: C.}, u: {claim: U.}}"
    plain, cut = values(text % ""), values(text % ", unless: [u]")
    assert cut["a"] < plain["a"]
    assert cut["a"] > values("nodes: {a: {claim: A., because: [c]}, c: {claim: C.}}")["a"]
    assert cut["b"] == plain["b"] == 0.5


def test_an_undercut_may_strike_at_a_citation_or_an_undercut():
    """What undercuts a citation weakens it, and what undercuts that strengthens it again."""
    text = """
nodes:
  a: {claim: A., cite: [{source: s, unless: [u]}]}
  u: {claim: U., credence: 1}
  v: {claim: V., credence: 1}
sources: {s: {title: S}}
"""
    m = argmap.loads(text)
    (undercut,) = m.relations
    again = argmap.Relation.make("undercut", ["v"], undercut.id)
    more = argmap.ArgumentMap(statements=m.statements, relations=(undercut, again))
    alone, answered = (strengths(Graph.of(each), check=())["a"].value for each in (m, more))
    assert 0.5 < alone < answered < 0.6


def test_what_outweighs_a_cost_weakens_it():
    """The author's judgement counts for as much as the reason that it names."""
    text = "nodes: {r: {recommendation: R., but: [{reason: c%s}]}, c: {claim: C.}, w: {claim: W., credence: %s}}"
    judged = ", outweighed-by: [w]"
    plain, weak, strong = (values(text % each)["r"] for each in (("", 1), (judged, 0.2), (judged, 1)))
    assert plain < weak < strong < 0.5


def test_contradictions_attack_both_ways():
    """Two statements that contradict each other come to rest at the strength of a mutual attack."""
    text = "nodes: {a: {claim: A., contradicts: [b]}, b: {claim: B.}}"
    assert values(text) == {"a": 0.4239, "b": 0.4239}


def test_questions_take_no_part():
    """A question has no strength, and what leads to it is none."""
    text = "nodes: {a: {claim: A., because: [q]}, q: {question: Q?}}"
    assert values(text) == {"a": 0.5}


def test_circular_support_is_left_out_and_told():
    """Statements that rest on each other alone keep their base scores, whatever the semantics."""
    text = "nodes: {a: {claim: A., because: [b]}, b: {claim: B., because: [a]}, c: {claim: C., because: [a]}}"
    for semantics in known():
        found = values(text, semantics)
        assert found["a"] == found["b"] == (1 if semantics == "burden" else 0.5)
    told = strengths(graph(text)).told
    assert told == ("left out: 2 circular supports, which rest on nothing else",)


def test_question_begging_support_is_left_out_and_told():
    """Where a statement has another reason, only the support that leads back to it is left out."""
    text = "nodes: {a: {claim: A., because: [b, c]}, b: {claim: B., because: [a]}, c: {claim: C.}}"
    circular, begging = going_round(graph(text), {})
    assert (circular, begging) == (frozenset(), {"b -> a"})
    found = strengths(graph(text), check=())
    assert found.told == ("left out: 1 question-begging support",)
    assert (found["a"].value, round(found["b"].value, 4)) == (0.6, round(0.5 + 0.5 * 0.36 / 1.36, 4))


def test_proof_standards_are_said_to_play_no_part():
    """A standard is left aside, and that is told."""
    text = "nodes: {a: {claim: A., standard: preponderance, because: [b]}, b: {claim: B.}}"
    assert strengths(graph(text)).told == ("left aside: 1 proof standard; strengths weigh by numbers alone",)


def test_the_public_function_looks_citations_up(project):
    """A citation whose passage is missing from a text that is at hand supports nothing."""
    project(
        {
            "argmap.toml": "",
            "seeds/log.yaml": "title: Log\ntext: texts/log.txt\n",
            "seeds/texts/log.txt": "It rained all day.\n",
            "arguments/m.yaml": 'nodes: {a: {claim: A., cite: log "It rained"}, b: {claim: B., cite: log "It snowed"}}',
        }
    )
    found = argmap.strengths(argmap.load("arguments/m.yaml"), "qe", check=["dfquad"])
    assert (found["a"].value, found["b"].value) == (0.6, 0.5)
    assert found["a"].values == {"quadratic_energy": 0.6, "df_quad": 0.75}


@given(m=tangles())
def test_any_map_has_strengths(m):
    """Every statement of any map but a question has a strength from 0 to 1 under every semantics."""
    found = strengths(Graph.of(m), check=list(known()))
    told = {s.id: s for s in m.statements}
    assert list(found) == [name for name, s in told.items() if s.kind is not Kind.QUESTION]
    for name in found:
        for semantics, value in found[name].values.items():
            assert value >= 1 if semantics == "burden" else 0 <= value <= 1
    assert found.agreement.pairs.total == len(found) * (len(found) - 1) // 2


@given(m=tangles())
def test_no_support_goes_round_that_rests_on_nothing_else(m):
    """In the graph of a map, no circle of supports is entered from nowhere."""
    drawn, _ = bipolar(Graph.of(m), {}, {})
    nodes = range(len(drawn.arguments))
    derived: set[int] = set()
    while fresh := {each for each in nodes if each not in derived and rests(drawn, each, derived)}:
        derived |= fresh
    assert derived == set(nodes)


def rests(drawn, node, derived) -> bool:
    """Tell whether a node can be derived: a reason from all its premises, a statement by itself or from a supporter."""
    if node in drawn.linked:
        return all(each in derived for each in drawn.linked[node])
    supporters = drawn.supporters[node]
    return not supporters or any(each in derived for each in supporters)
