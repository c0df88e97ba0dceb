"""Checks of standing: AM107 to AM109."""

from __future__ import annotations

import pytest


def test_rejected_names_what_beats_it(messages):
    """A recommendation that a standing objection defeats is rejected by that objection (W16)."""
    text = """
nodes:
  r: {recommendation: R., because: [p], but: [{reason: o, force: defeats}]}
  p: {premise: P., cite: s p. 1}
  o: {objection: O., cite: s p. 2}
"""
    assert messages("rejected_recommendation", text) == [
        "the recommendation 'r' is rejected: 'o' speaks against it; answer that, or withdraw the recommendation"
    ]


def test_rejected_through_what_it_rests_on(messages):
    """Where the support is lost further down, even in a loop, the finding names what was beaten there (W13)."""
    text = """
nodes:
  r: {recommendation: R., because: [a]}
  a: {claim: A., because: [b, p]}
  b: {claim: B., because: [a]}
  p: {premise: P., cite: s p. 1, but: [o + q]}
  o: {objection: O., cite: s p. 2}
  q: {premise: Q., cite: s p. 2}
"""
    assert messages("rejected_recommendation", text) == [
        (
            "the recommendation 'r' is rejected: 'o' + 'q' speaks against 'p', on which it rests; answer that, or "
            "withdraw the recommendation"
        )
    ]


def test_rejected_by_citation_undercut_and_contradiction(messages):
    """A citation against its claim, an undercut of its only step and a standing contrary are each named as such."""
    text = """
nodes:
  r1: {recommendation: R1., because: [c]}
  c: {claim: C., cite: [s p. 1, {source: t, at: p. 2, stance: contradicts}]}
  r2: {recommendation: R2., because: [{reason: p, id: step, unless: [u]}]}
  r3: {recommendation: R3., cite: [{source: s, at: p. 3, unless: [u], id: third}]}
  r4: {recommendation: R4., because: [p], contradicts: [x]}
  p: {premise: P., cite: s p. 1}
  u: {objection: U., cite: s p. 2}
  x: {claim: X., cite: s p. 4}
"""
    assert [message.split(": ")[1].split(";")[0] for message in messages("rejected_recommendation", text)] == [
        "a citation of 't' speaks against 'c', on which it rests",
        "'u' undercuts the step 'step'",
        "'u' undercuts the citation 'third'",
    ]
    assert messages("undecided_recommendation", text) == [
        "the recommendation 'r4' is undecided: 'x' contradicts it, and nothing settles which stands"
    ]


def test_undecided_through_what_is_to_be_weighed(messages):
    """A recommendation that rests on one with unweighed costs names the cost, not an undercut that failed."""
    text = """
nodes:
  r: {recommendation: R., because: [a]}
  a: {recommendation: A., because: [{reason: p, unless: [u]}], but: [o]}
  p: {premise: P., cite: s p. 1}
  u: {objection: U.}
  o: {objection: O., cite: t p. 1}
"""
    assert messages("undecided_recommendation", text) == [
        (
            "the recommendation 'r' is undecided: 'o' speaks against 'a', on which it rests, and nothing settles which "
            "stands"
        )
    ]


def test_undecided_names_the_deadlock(messages):
    """A recommendation that rests on one side of an open contradiction is undecided through that (W9)."""
    text = """
nodes:
  r: {recommendation: R., because: [a]}
  a: {claim: A., cite: s p. 1, contradicts: [b]}
  b: {claim: B., cite: t p. 1}
"""
    assert messages("undecided_recommendation", text) == [
        "the recommendation 'r' is undecided: 'b' contradicts 'a', on which it rests, and nothing settles which stands"
    ]
    assert messages("rejected_recommendation", text) == []


@pytest.mark.parametrize("answer", ["but: [a]", "cite: s p. 3, but: [a]"])
def test_answered_objections_are_no_challenge(messages, answer):
    """An objection that something sourced answers is neither a challenge nor a defeat, sourced itself or not (W7)."""
    text = f"""
nodes:
  r: {{recommendation: R., because: [p], but: [o]}}
  p: {{premise: P., cite: s p. 1}}
  o: {{objection: O., {answer}}}
  a: {{evidence: A., cite: s p. 2}}
"""
    for name in ("open_challenge", "rejected_recommendation", "undecided_recommendation"):
        assert messages(name, text) == []


def test_challenge_is_reported_where_it_strikes(inspector):
    """A bare objection deep in the support is reported once, at the objection's own target."""
    text = """
nodes:
  r: {recommendation: R., because: [c]}
  c: {claim: C., because: [p]}
  p: {premise: P., cite: s p. 1, but: [o]}
  o: {objection: O.}
"""
    (flaw,) = inspector.flaws("open_challenge", text)
    assert flaw.message == "if 'o' had a source, 'p' would no longer be accepted: look into that, or answer it"
    assert flaw.node == "p"
    assert text[flaw.span.start : flaw.span.end] == "o"


def test_challenge_by_undercut_and_by_contradiction(messages):
    """Bare undercuts of steps and citations are challenges too, and so is the bare side of a contradiction."""
    text = """
nodes:
  a: {claim: A., because: [{reason: e, unless: [u]}]}
  b: {claim: B., cite: [{source: s, at: p. 1, unless: [v]}]}
  c: {claim: C., cite: s p. 1, contradicts: [d]}
  d: {claim: D.}
  e: {evidence: E., cite: s p. 1}
  u: {objection: U.}
  v: {objection: V.}
"""
    assert [message.split(" had")[0] for message in messages("open_challenge", text)] == ["if 'u'", "if 'v'", "if 'd'"]


def test_what_undercuts_an_objection_is_no_challenge(messages):
    """Of a bare objection that is bare undercut, the undercut being bare undercut again, only the objection tells."""
    text = """
nodes:
  a: {claim: A., cite: s p. 1, but: [{reason: o, unless: [{reason: u, unless: [w]}]}]}
  o: {objection: O.}
  u: {objection: U.}
  w: {objection: W.}
"""
    assert messages("open_challenge", text) == [
        "if 'o' had a source, 'a' would no longer be accepted: look into that, or answer it"
    ]


@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("but: [o]", "a source for 'o' would answer the objection 'p': look for one"),
        ("contradicts: [o]", "a source for 'o' would put the objection 'p' in doubt: look for one"),
    ],
)
def test_what_tells_against_an_objection_is_worth_a_source(messages, against, said):
    """A bare answer to an accepted objection is told as something to look for, and not as a danger."""
    text = f"""
nodes:
  p: {{objection: P., cite: s p. 1, {against}}}
  o: {{claim: O.}}
"""
    assert messages("open_challenge", text) == [said]


def test_one_objection_against_many_is_one_finding(messages):
    """An objection that strikes at several statements is reported once, with all of them."""
    text = """
nodes:
  a: {claim: A., cite: s p. 1, but: [o]}
  b: {claim: B., cite: s p. 2, but: [o]}
  o: {objection: O.}
"""
    assert messages("open_challenge", text) == [
        "if 'o' had a source, 'a' and 'b' would no longer be accepted: look into that, or answer it"
    ]


def test_objections_that_would_not_bite_are_no_challenge(messages):
    """A bare objection to what is unsupported, rejected anyway or supported by other lines is not reported."""
    text = """
nodes:
  a: {claim: A., but: [o]}
  b: {claim: B., cite: s p. 2, but: [o, x]}
  c: {claim: C., because: [{reason: e, unless: [o]}, f]}
  e: {evidence: E., cite: s p. 1}
  f: {evidence: F., cite: s p. 1}
  x: {objection: X., cite: s p. 1}
  o: {objection: O.}
"""
    assert messages("open_challenge", text) == []
