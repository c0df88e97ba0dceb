"""Expectations: AM113, and AM501 for those of what is no statement."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis import analyse
from argmap.checks.support.expectation_failed import CHECK
from argmap.evaluation.labels import Standing
from argmap.model.expectations import Expectation
from argmap.model.statements import Kind

from ..evaluation.drawn import maps

TEXT = """
expect:
  adopt-30: accepted
  fewer-injuries: accepted
  trips-slower: [rejected, undecided]
  ambulances-delayed: rejected
  who-decides: accepted
nodes:
  adopt-30: {claim: R., title: Adopt 30, because: [fewer-injuries], but: [trips-slower, ambulances-delayed]}
  fewer-injuries: {claim: C., cite: audit p. 1}
  trips-slower: {objection: T.}
  ambulances-delayed: {objection: A., because: [minute-lost + log-says-so + radio-says-so]}
  minute-lost: {premise: M., cite: log p. 2}
  log-says-so: {premise: L., cite: log p. 3}
  radio-says-so: {premise: O., cite: log p. 4}
  who-decides: {question: Who decides?}
"""


def test_what_is_expected_what_it_is_and_why(messages):
    """A finding names both standings, the reason, and where to look; what holds, or is no statement, has none."""
    assert messages("expectation_failed", TEXT) == [
        (
            "'adopt-30' is expected to be accepted, but it is rejected: beaten by ambulances-delayed; "
            "'argmap why adopt-30' shows the whole chain"
        ),
        (
            "'trips-slower' is expected to be rejected or undecided, but it is unsupported: nothing is cited for it; "
            "'argmap why trips-slower' shows the whole chain"
        ),
        (
            "'ambulances-delayed' is expected to be rejected, but it is accepted: minute-lost + log-says-so + "
            "radio-says-so support it; 'argmap why ambulances-delayed' shows the whole chain"
        ),
        (
            "'who-decides' is expected to be accepted, but it is a question, which has no standing: delete "
            "the expectation, or make it a claim"
        ),
    ]


def test_expectations_of_what_is_no_statement(messages):
    """An unknown id gets a suggestion, a title its id; their standing is no second finding."""
    text = TEXT.replace("  adopt-30: accepted", "  adopt-3O: accepted\n  Adopt 30: accepted\n  zzz: rejected")
    assert messages("unknown_reference", text) == [
        "no statement is called 'adopt-3O': did you mean 'adopt-30'?",
        "'Adopt 30' is the title of 'adopt-30': write the id",
        "no statement is called 'zzz': correct the id, or delete the expectation",
    ]
    assert not any("adopt" in message or "zzz" in message for message in messages("expectation_failed", text))


def test_a_word_that_stands_twice_is_told_once(messages):
    """What is expected is one of some words, however often each is written."""
    text = "expect: {a: [rejected, accepted, rejected]}\nnodes: {a: {claim: A.}}"
    (message,) = messages("expectation_failed", text)
    assert message.startswith("'a' is expected to be rejected or accepted, but it is unsupported: ")


def test_it_stands_at_the_expectation(inspector):
    """The place is the id under 'expect:', which an editor underlines."""
    flaw = inspector.flaws("expectation_failed", TEXT)[0]
    assert (TEXT[flaw.span.start : flaw.span.end], flaw.span.start) == ("adopt-30", TEXT.index("adopt-30"))


def test_a_reason_of_many_parts_is_cut(messages):
    """However many premises are missing, the message stays short."""
    premises = [f"a-premise-that-is-called-{number}" for number in range(1000)]
    nodes = "".join(f"  {name}: {{premise: P.}}\n" for name in premises)
    text = f"expect: {{c: accepted}}\nnodes:\n  c: {{claim: C., because: [{' + '.join(premises)}]}}\n{nodes}"
    (message,) = messages("expectation_failed", text)
    assert len(message) < 800


@given(m=maps(), data=st.data())
def test_only_what_differs_is_found(m, data):
    """An expectation is met exactly where the evaluation says one of its words; of a question never."""
    words = st.lists(st.sampled_from(Standing), min_size=1, unique=True).map(tuple)
    names = [s.id for s in m]
    expectations = tuple(Expectation(name, data.draw(words)) for name in names)
    standings = analyse(m).evaluation.standings
    failed = {name for name, each in zip(names, expectations, strict=True) if standings.get(name) not in each.standings}
    assert {flaw.node for flaw in CHECK.run(analyse(evolve(m, expectations=expectations)))} == failed
    assert failed >= {s.id for s in m if s.kind is Kind.QUESTION}


@given(m=maps())
def test_what_is_so_can_be_expected(m):
    """A map that expects of each statement what it is has nothing to find."""
    standings = analyse(m).evaluation.standings
    expectations = tuple(Expectation(name, (standing,)) for name, standing in standings.items())
    assert list(CHECK.run(analyse(evolve(m, expectations=expectations)))) == []
