"""Checks of support: AM101 to AM106 and AM110 to AM112."""

from __future__ import annotations

from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement
from argmap.text import Span


def test_leaf_and_what_rests_on_it(messages):
    """A bare claim lacks everything; what rests on it is told which statement needs the source."""
    text = """
nodes:
  c: {claim: C., because: [p + q]}
  p: {premise: P.}
  q: {argument: Q.}
"""
    assert messages("unsupported_claim", text) == [
        "the claim 'c' has no complete line of reasons: 'p' and 'q' need a source",
        "nothing is offered for the premise 'p': add 'cite:', or a reason under 'because:'",
        "nothing is offered for the argument 'q': add 'cite:', or a reason under 'because:'",
    ]


def test_one_convergent_reason_is_enough(messages):
    """A claim with one sourced and one bare reason is supported; only the bare reason is reported (W2)."""
    text = """
nodes:
  c: {claim: C., because: [p, q]}
  p: {premise: P., cite: s p. 1}
  q: {premise: Q.}
"""
    assert [message.split("'")[1] for message in messages("unsupported_claim", text)] == ["q"]


def test_linked_reason_needs_all(messages):
    """Of a linked reason, the sourced premise does not save the claim (W1)."""
    text = """
nodes:
  c: {claim: C., because: [p + q]}
  p: {premise: P., cite: s p. 1}
  q: {premise: Q.}
"""
    assert messages("unsupported_claim", text)[0] == "the claim 'c' has no complete line of reasons: 'q' needs a source"
    assert messages("missing_linked_premise", text) == [
        "the linked reason for 'c' is incomplete: 'p' is supported, 'q' is not"
    ]


def test_the_nearest_gap_is_named_among_several(messages):
    """Where several reasons are open, the one that lacks least is named."""
    text = """
nodes:
  c: {claim: C., because: [p + q, r]}
  p: {premise: P.}
  q: {premise: Q.}
  r: {premise: R.}
"""
    assert messages("unsupported_claim", text)[0].endswith(": 'r' needs a source")


def test_long_lists_are_cut(messages):
    """Of many missing statements a few are named."""
    names = [f"p{number}" for number in range(9)]
    premises = "\n".join(f"  {name}: {{premise: P.}}" for name in names)
    text = f"nodes:\n  c: {{claim: C., because: [{' + '.join(names)}]}}\n{premises}\n"
    assert messages("unsupported_claim", text)[0].endswith(": 'p0', 'p1', 'p2', 'p3' and others need a source")


def test_assumptions_and_objections_to_a_claim_do_not_make_it_unsupported(messages):
    """A declared assumption is a ground, and an attacked claim is not an unsupported one."""
    text = """
nodes:
  c: {claim: C., because: [h], but: [o]}
  h: {assumption: H.}
  o: {objection: O., cite: s p. 1}
"""
    assert messages("unsupported_claim", text) == []


def test_questions_are_never_unsupported_and_support_nothing(messages):
    """A question is not reported; a claim whose only reason is a question is told so."""
    text = """
nodes:
  c: {claim: C., because: [q]}
  q: {question: Why?}
"""
    assert messages("unsupported_claim", text) == [
        "no reason for the claim 'c' counts: 'q' is a question, and supports nothing"
    ]


def test_reasons_that_do_not_exist_are_not_taken_for_none(messages):
    """A claim whose only reason is misspelt is told that the reason does not exist, not that there is none."""
    assert messages("unsupported_claim", "nodes: {c: {claim: C., because: [ghost]}}") == [
        "no reason for the claim 'c' counts: 'ghost' does not exist"
    ]


def test_disputed_citations_are_told_as_such(messages, monkeypatch):
    """What cites a disputed passage is told so, and what rests on it that this wants a fair citation."""
    text = """
nodes:
  top: {claim: T., because: [a + b]}
  a: {claim: A., cite: [s "it rained"]}
  b: {claim: B.}
  c: {claim: C., cite: [s "it rained"], because: [b]}
sources: {s: S}
"""
    whole = Span(0, 9)
    dispute = Dispute(Misuse.HEDGE, whole, whole, whole)
    monkeypatch.setattr("argmap.analysis.disputes", lambda *_: (dispute,))
    assert messages("unsupported_claim", text, {"s": "it rained"}) == [
        (
            "the claim 'top' has no complete line of reasons: "
            "'b' needs a source and 'a' needs a citation that does not mislead"
        ),
        "what the claim 'a' cites is disputed, and nothing else supports it",
        "nothing is offered for the claim 'b': add 'cite:', or a reason under 'because:'",
        "what the claim 'c' cites is disputed, and nothing else supports it",
    ]


def test_citations_that_do_not_count(messages):
    """A claim that cites only against itself, or what its source does not say, is told which."""
    text = """
nodes:
  a: {claim: A., cite: [{source: s, at: p. 1, stance: contradicts}]}
  b: {claim: B., cite: [s "not there"]}
  c: {claim: C., cite: [{source: s, at: p. 1, stance: context}]}
sources: {s: S}
"""
    assert messages("unsupported_claim", text, {"s": "Something else."}) == [
        "no citation of the claim 'a' speaks for it: add one that does, or a reason under 'because:'",
        "what the claim 'b' cites is not in its source, and nothing else is offered for it",
        "no citation of the claim 'c' speaks for it: add one that does, or a reason under 'because:'",
    ]


def test_evidence_and_recommendations_have_checks_of_their_own(messages):
    """Each unsupported statement is reported by one check, by its kind."""
    text = """
nodes:
  r: {recommendation: R., because: [e]}
  e: {evidence: E.}
"""
    assert messages("unsupported_claim", text) == []
    assert messages("unsupported_recommendation", text) == [
        "the recommendation 'r' has no complete line of reasons: 'e' needs a source"
    ]
    assert messages("evidence_without_citation", text) == [
        "the evidence 'e' cites nothing: add 'cite:', or call it a claim"
    ]


def test_evidence_needs_a_citation_that_speaks_for_it(messages):
    """A contradicting citation is none for the evidence; reasons make it supported, but still no reported fact."""
    text = """
nodes:
  a: {evidence: A., cite: [{source: s, at: p. 1, stance: contradicts}]}
  b: {evidence: B., because: [c]}
  c: {evidence: C., cite: s p. 1}
"""
    assert messages("evidence_without_citation", text) == [
        "no citation of the evidence 'a' speaks for it: add one that does",
        "the evidence 'b' cites nothing, but rests on reasons: add 'cite:', or call it a claim",
    ]


def test_incomplete_linked_objections_and_undercuts(messages):
    """A linked objection or undercut of which one premise is bare has no force, and is reported like a reason."""
    text = """
nodes:
  c: {claim: C., cite: s p. 1, but: [a + b], because: [{reason: a, id: step, unless: [a + b]}]}
  a: {premise: A., cite: s p. 1}
  b: {premise: B.}
"""
    assert messages("missing_linked_premise", text) == [
        "the linked objection to 'c' is incomplete: 'a' is supported, 'b' is not",
        "the linked undercut of 'step' is incomplete: 'a' is supported, 'b' is not",
    ]


def test_wholly_bare_or_wholly_sourced_linked_reasons_are_complete_or_said_elsewhere(messages):
    """A linked reason is incomplete only where some of its premises are supported and some are not."""
    text = """
nodes:
  c: {claim: C., because: [a + b, d + e]}
  a: {premise: A.}
  b: {premise: B.}
  d: {premise: D., cite: s p. 1}
  e: {assumption: E.}
"""
    assert messages("missing_linked_premise", text) == []


def test_each_circle_is_reported_once_in_order(inspector):
    """Two circles give two findings, each naming its statements as they rest on one another (W3)."""
    text = """
nodes:
  a: {claim: A., because: [b]}
  b: {claim: B., because: [c]}
  c: {claim: C., because: [a]}
  d: {claim: D., because: [a]}
  x: {claim: X., because: [y]}
  y: {claim: Y., because: [x]}
"""
    assert inspector.messages("circular_support", text) == [
        "'a' rests on 'b', 'b' on 'c' and 'c' on 'a': a circle that no evidence enters; cite a source for one of them",
        "'x' rests on 'y' and 'y' on 'x': a circle that no evidence enters; cite a source for one of them",
    ]
    assert [flaw.node for flaw in inspector.flaws("circular_support", text)] == ["a", "x"]
    unsupported = inspector.messages("unsupported_claim", text)
    assert len(unsupported) == 6
    assert unsupported[3] == "the reasons for the claim 'd' go round in a circle, and reach no evidence"


def test_a_circle_that_lacks_a_source_besides_says_both(inspector):
    """Where each line goes round and wants a leaf too, the circle is named, and the leaf, which alone is no repair."""
    text = """
nodes:
  a: {claim: A., because: [b + c]}
  b: {claim: B., because: [a]}
  c: {claim: C.}
"""
    besides = "go round in a circle, and reach no evidence; besides, 'c' needs a source"
    assert inspector.messages("unsupported_claim", text)[:2] == [
        f"the reasons for the claim 'a' {besides}",
        f"the reasons for the claim 'b' {besides}",
    ]
    sourced = text.replace("{claim: C.}", "{claim: C., cite: s p. 1}")
    assert inspector.messages("unsupported_claim", sourced)[0].endswith("go round in a circle, and reach no evidence")


def test_long_circles_are_cut(messages):
    """Of a circle of many statements the first few are named."""
    nodes = "\n".join(f"  n{i}: {{claim: N., because: [n{(i + 1) % 9}]}}" for i in range(9))
    assert messages("circular_support", f"nodes:\n{nodes}\n") == [
        (
            "'n0' rests on 'n1', 'n1' on 'n2', 'n2' on 'n3' and so on through 5 more, back to 'n0': "
            "a circle that no evidence enters; cite a source for one of them"
        )
    ]


def test_shortest_way_round_is_told(messages):
    """A circle of four is told whole, and a step that could not hold anyway is not taken for a part of it."""
    text = """
nodes:
  a: {claim: A., because: [x + bare, b]}
  b: {claim: B., because: [c]}
  c: {claim: C., because: [d]}
  d: {claim: D., because: [a]}
  x: {claim: X., because: [a]}
  bare: {claim: Bare.}
"""
    assert messages("circular_support", text) == [
        (
            "'a' rests on 'b', 'b' on 'c', 'c' on 'd' and 'd' on 'a': a circle that no evidence enters; "
            "cite a source for one of them"
        )
    ]


def test_circle_with_evidence_begs_the_question_instead(messages):
    """Once evidence enters a circle, only the step that leads back is reported, and as question-begging (W4)."""
    text = """
nodes:
  a: {claim: A., cite: s p. 1, because: [b]}
  b: {claim: B., because: [a]}
"""
    assert messages("circular_support", text) == []
    assert messages("question_begging", text) == [
        "'b' cannot be supported without 'a', for which it is given as a reason: give it other support, or drop it"
    ]


def test_loop_with_two_entries_begs_no_question(messages):
    """Two statements with evidence each may support each other."""
    text = """
nodes:
  a: {claim: A., cite: s p. 1, because: [b]}
  b: {claim: B., cite: s p. 2, because: [a]}
"""
    assert messages("question_begging", text) == []
    assert messages("circular_support", text) == []


def test_self_support_is_reported_as_such_alone(messages):
    """A statement that is its own reason is neither a circle nor question-begging besides."""
    text = """
nodes:
  a: {claim: A., cite: s p. 1, because: [a]}
  b: {claim: B., because: [b]}
  c: {claim: C., because: [a]}
"""
    assert len(messages("self_support", text)) == 2
    assert messages("single_point_of_failure", text) == [
        "all support for the claim 'c' runs through 'a' and needs the source 's'"
    ]
    assert messages("circular_support", text) == []
    assert messages("question_begging", text) == []


def test_idle_is_only_what_stands_at_the_end(messages):
    """Of a spare line of reasons only the statement that is used nowhere is reported, not all below it."""
    text = """
nodes:
  c: {claim: C.}
  p: {premise: P., because: [q]}
  q: {premise: Q., because: [e]}
  e: {evidence: E., cite: s p. 1}
"""
    assert messages("idle_statement", text) == [
        "the premise 'p' leads to no claim or recommendation: use it under 'because:' or 'but:'"
    ]


def test_objections_undercuts_and_contradictions_lead_on(messages):
    """What attacks, undercuts or contradicts on the way to a claim is not idle, nor is what undercuts an undercut."""
    text = """
nodes:
  c:
    claim: C.
    cite: [{source: s, at: p. 1, unless: [d]}]
    because: [{reason: p, unless: [{reason: u, unless: [w]}]}]
    contradicts: [x]
  p: {premise: P., but: [o]}
  o: {objection: O., because: [e]}
  e: {evidence: E.}
  u: {objection: U., because: [f]}
  f: {evidence: F.}
  w: {objection: W., because: [g]}
  g: {evidence: G.}
  d: {objection: D., because: [h]}
  h: {evidence: H.}
  x: {premise: X., because: [i]}
  i: {evidence: I.}
  y: {premise: Y., because: [j], contradicts: [c]}
  j: {evidence: J.}
"""
    assert messages("idle_statement", text) == []


def test_reasons_for_a_question_lead_nowhere(messages):
    """A premise whose only use is under a question is idle, for a question takes no part; the question is not."""
    text = """
nodes:
  c: {claim: C.}
  q: {question: Why?, because: [p]}
  p: {premise: P.}
"""
    assert [message.split("'")[1] for message in messages("idle_statement", text)] == ["p"]


def test_orphans(messages):
    """Only what no relation names is an orphan; a question is none, nor is a statement with an undercut citation."""
    text = """
nodes:
  a: {claim: A., because: [ghost]}
  b: {evidence: B., cite: [{source: s, unless: [c]}]}
  c: {objection: C.}
  d: {evidence: D., cite: s p. 1}
  q: {question: Why?}
"""
    assert messages("orphan", text) == ["the evidence 'd' is linked to nothing: use it under 'because:' or 'but:'"]


def test_single_statement_is_no_orphan(messages):
    """With nothing to link to, a statement is no orphan."""
    assert messages("orphan", "nodes: {a: {claim: A.}, q: {question: Why?}}") == []


def test_shared_source_is_named_once(messages):
    """A source that all recommendations need is said once; what each needs besides is said for each."""
    text = """
nodes:
  r1: {recommendation: R1., because: [p]}
  r2: {recommendation: R2., because: [p, q]}
  r3: {recommendation: R3.}
  p: {premise: P., because: [e]}
  q: {premise: Q., cite: s p. 2}
  e: {evidence: E., cite: s p. 1}
"""
    assert messages("single_point_of_failure", text) == [
        "both supported recommendations need the source 's'",
        "all support for the recommendation 'r1' runs through 'e'",
    ]


def test_claims_count_where_nothing_is_recommended(messages):
    """In a map without recommendations the claims at the top are looked at (W11); bare citations of one are no news."""
    text = """
nodes:
  c: {claim: C., because: [p, q]}
  p: {premise: P., cite: s p. 1}
  q: {premise: Q., cite: s p. 2}
  d: {claim: D., cite: t p. 1}
"""
    assert messages("single_point_of_failure", text) == ["all support for the claim 'c' needs the source 's'"]


def test_two_independent_lines_have_no_single_point(messages):
    """Two reasons from two sources leave nothing to note, and neither does an unsupported recommendation."""
    text = """
nodes:
  r: {recommendation: R., because: [p, q]}
  p: {premise: P., cite: s p. 1}
  q: {premise: Q., cite: t p. 2}
  u: {recommendation: U., because: [v]}
  v: {premise: V.}
"""
    assert messages("single_point_of_failure", text) == []


def test_places_of_findings(inspector):
    """A finding about a statement stands at its id, one about a step at the step."""
    text = "nodes:\n  c: {claim: C., because: [p + q]}\n  p: {premise: P., cite: s p. 1}\n  q: {premise: Q.}\n"
    (step,) = inspector.flaws("missing_linked_premise", text)
    assert text[step.span.start : step.span.end] == "p + q"
    assert step.node == "c"
    leaf = inspector.flaws("unsupported_claim", text)[1]
    assert (text[leaf.span.start : leaf.span.end], leaf.node) == ("q", "q")


def test_relation_to_itself_in_code(messages):
    """Maps made in code, without places, are checked all the same."""
    m = ArgumentMap(
        statements=(Statement("a", Kind.CLAIM, "A."),), relations=(Relation.make("support", ["a", "a"], "a"),)
    )
    assert messages("self_support", m) == ["'a' is given as a reason for itself: delete it here, or correct the id"]
