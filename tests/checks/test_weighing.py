"""Checks of weighing: AM114 to AM118, AM507, and AM501 for what outweighs and is no statement."""

from __future__ import annotations

import pytest

import argmap

MAP = """
nodes:
  r: {{recommendation: R., because: [p, q + q2], but: [{but}]}}
  p: {{premise: P., cite: s p. 1}}
  q: {{premise: Q., cite: s p. 2}}
  q2: {{premise: Q2., cite: s p. 3}}
  o: {{objection: O., cite: t p. 1}}
  n: {{objection: N., cite: t p. 2}}
  w: {{claim: W.}}
  x: {{claim: X., because: [o]}}
  who: {{question: Who?}}
"""


def weighed(but: str) -> str:
    """Return a map whose recommendation has reasons that stand, and some objections."""
    return MAP.format(but=but)


def test_a_trade_off_names_both_sides(messages):
    """What is to be weighed is told once, with the reasons for it and the costs that nothing outweighs."""
    assert messages("unweighed_trade_off", weighed("o, n")) == [
        (
            "the recommendation 'r' is undecided: 'p' and 'q' + 'q2' speak for it, 'o' and 'n' against it, and nothing "
            "says which side weighs more; say under 'outweighed-by:' what outweighs each objection, or answer it"
        )
    ]
    assert messages("undecided_recommendation", weighed("o, n")) == []
    assert messages("rejected_recommendation", weighed("o, n")) == []


def test_a_citation_is_a_side_too(messages):
    """Evidence for a recommendation and evidence against it are named by their sources, after reasons."""
    text = "nodes: {r: {recommendation: R., cite: [s p. 1, {source: t, at: p. 2, stance: contradicts}]}}"
    (message,) = messages("unweighed_trade_off", text)
    assert "a citation of 's' speaks for it, a citation of 't' against it" in message
    assert message.endswith("answer it, or write it as an objection and say under 'outweighed-by:' what outweighs that")
    text = "nodes: {r: {assumption: R., but: [{reason: o, force: weighs}]}, o: {objection: O., cite: s}}"
    (message,) = messages("unweighed_trade_off", text)
    assert "its being assumed speaks for it, 'o' against it" in message
    assert message.endswith("say under 'outweighed-by:' what outweighs it, or answer it")


def test_what_is_judged_is_no_open_trade_off(messages):
    """Nothing is told where all costs are judged; else each cost is named, and which judgements do not hold."""
    assert messages("unweighed_trade_off", weighed("{reason: o, outweighed-by: p}")) == []
    (message,) = messages("unweighed_trade_off", weighed("{reason: o, outweighed-by: w}, n"))
    assert "for it, 'o' and 'n' against it" in message
    assert message.endswith("what outweighs each objection, or answer it; what is said to outweigh 'o' does not")
    (message,) = messages("unweighed_trade_off", weighed("{reason: o, outweighed-by: p}, n"))
    assert "for it, 'n' against it" in message
    assert messages("unweighed_trade_off", weighed("{reason: o, outweighed-by: w}")) == []


def test_what_is_said_to_outweigh_must_stand(messages):
    """A judgement whose reasons do not stand is told with what is wrong with each, unless one of them stands."""
    assert messages("outweighed_by_what_falls", weighed("{reason: o, outweighed-by: [w, p + who]}")) == [
        (
            "'o' against 'r' is said to be outweighed, but 'w' is unsupported and 'who' is a question: mend that, "
            "or name what does outweigh it"
        )
    ]
    assert messages("outweighed_by_what_falls", weighed("{reason: o, outweighed-by: [w, p]}")) == []


def test_what_is_no_cost_needs_no_judgement(messages):
    """Where the objection is unsupported or undercut, it does not matter what outweighs it."""
    assert messages("outweighed_by_what_falls", weighed("{reason: w, outweighed-by: w + p}")) == []
    assert messages("outweighed_by_what_falls", weighed("{reason: o, outweighed-by: w, unless: [n]}")) == []


def test_a_judgement_says_why(messages):
    """Each judgement without a note asks for one."""
    assert messages("unexplained_weighing", weighed("{reason: o, outweighed-by: [p, q + q2]}")) == [
        "nothing says why 'p' and 'q' + 'q2' should outweigh 'o': write it under 'note:'"
    ]
    assert messages("unexplained_weighing", weighed("{reason: o, outweighed-by: p, note: Since.}, n")) == []


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("o", "being part of it"),
        ("p + o", "being part of it"),
        ("r", "being what it speaks against"),
        ("x", "resting on 'o'"),
    ],
)
def test_nothing_outweighs_what_it_rests_on(reason, why, messages):
    """An objection is not outweighed by itself, by its target, or by what stands or falls with it."""
    (message,) = messages("circular_weighing", weighed(f"{{reason: o, outweighed-by: {reason}}}"))
    assert message == f"{reason[-1]!r} cannot outweigh this objection, {why}: name a reason that stands without it"
    assert messages("circular_weighing", weighed("{reason: o, outweighed-by: [p, w]}")) == []


@pytest.mark.parametrize(("reasons", "root"), [("w", False), ("[w, z]", True)])
def test_a_judgement_that_presupposes_what_it_decides_is_one_flaw(reasons, root):
    """That its reason does not stand merely follows, unless another reason does not stand either."""
    text = CIRCLES.format(first=f"{{reason: o, outweighed-by: {reasons}}}", second="").replace(
        "  q:", "  z: {claim: Z.}\n  q:"
    )
    found = {finding.code: finding.root for finding in argmap.check(argmap.loads(text))}
    assert (found["AM507"], found["AM115"]) == (True, root)


CIRCLES = """
nodes:
  p: {{claim: P., cite: s p. 1}}
  o: {{objection: O., cite: s p. 2}}
  n: {{objection: N., cite: s p. 3}}
  r: {{recommendation: R., because: [p], but: [{first}]}}
  w: {{claim: W., because: [r]}}
  q: {{recommendation: Q., because: [p], but: [{second}]}}
"""


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "{reason: o, outweighed-by: q}",
            "{reason: n, outweighed-by: w}",
            "'q' is to outweigh 'o' against 'r' and 'w' is to outweigh 'n' against 'q'",
        ),
        (
            "{reason: o, outweighed-by: [n, p]}, {reason: n, outweighed-by: o + p}",
            "",
            "'n' or 'p' is to outweigh 'o' against 'r' and 'o' + 'p' is to outweigh 'n' against 'r'",
        ),
    ],
)
def test_a_circle_of_judgements_is_told_once(first, second, told, messages):
    """Judgements that wait for one another, and costs that are each to outweigh the other, are one finding."""
    text = CIRCLES.format(first=first, second=second)
    assert messages("circular_weighing", text) == [
        f"judgements go round in a circle: {told}; name another reason for one of them"
    ]


def test_judgements_in_no_circle_wait_for_nothing(messages):
    """Where something else outweighs one of them, or the reasons stand as they are, there is no circle."""
    for first, second in (
        ("{reason: o, outweighed-by: [q, p]}", "{reason: n, outweighed-by: w}"),
        ("{reason: o, outweighed-by: n}", "{reason: n, outweighed-by: o}"),
        ("{reason: o, outweighed-by: q}", "n"),
    ):
        assert messages("circular_weighing", CIRCLES.format(first=first, second=second)) == []


def test_what_outweighs_must_be_there(messages):
    """An id under 'outweighed-by:' that no statement has gets a suggestion; the judgement counts for nothing."""
    text = weighed("{reason: o, outweighed-by: [q3, p + zzz]}")
    assert messages("unknown_reference", text) == [
        "no statement is called 'q3': did you mean 'q'?",
        "no statement is called 'zzz': write it, or correct the id",
    ]
    assert messages("outweighed_by_what_falls", text) == []


def test_what_only_outweighs_is_used(messages):
    """What outweighs an objection is linked to it, and leads somewhere."""
    text = weighed("{reason: o, outweighed-by: [e, f]}") + "  e: {evidence: E., because: [p]}\n  f: {claim: F.}\n"
    assert messages("idle_statement", text) == []
    assert not any("'f'" in message for message in messages("orphan", text))


MEASURED = """
nodes:
  c:
    claim: C.
    standard: {standard}
    because: [{{reason: p, weight: 0.8}}, q + q2]
    but: [{but}]
    cite: {{source: s, stance: supports}}
  p: {{premise: P., cite: s p. 1}}
  q: {{premise: Q., cite: s p. 2}}
  q2: {{premise: Q2., cite: s p. 3}}
  o: {{objection: O., cite: t p. 1}}
  r: {{recommendation: R., because: [c]}}
"""


def test_a_standard_needs_the_weights_of_all_reasons(messages):
    """Each reason without a weight is named, steps before sources; preponderance needs none where nothing attacks."""
    lacks = "'q' + 'q2', 'o' and a citation of 's' have no weight: write {reason: id, weight: 0.7}"
    text = MEASURED.format(standard="preponderance", but="o")
    assert messages("missing_weight", text) == [f"'c' asks for preponderance of the evidence, and {lacks}"]
    assert messages("unweighed_trade_off", text) == []
    assert messages("missing_weight", MEASURED.format(standard="preponderance", but="")) == []
    assert len(messages("missing_weight", MEASURED.format(standard="clear-and-convincing", but=""))) == 1
    assert messages("missing_weight", MEASURED.format(standard="scintilla", but="o")) == []
    assert messages("missing_weight", text.replace("claim: C.", "question: C?")) == []
    defeating = MEASURED.format(standard="clear-and-convincing", but="{reason: o, force: defeats}")
    assert "'q' + 'q2' and a citation of 's' have no weight" in messages("missing_weight", defeating)[0]


def test_standards_and_weights_of_questions_count_for_nothing(messages) -> None:
    """A question takes no part in the evaluation, so that what is said of it is told to be idle."""
    text = "nodes: {{q: {{question: Q?, {more}because: [{{reason: a, weight: 0.5}}]}}, a: {{assumption: A.}}}}"
    idle = "counts for nothing: {} is a question, which takes no part in the evaluation"
    weight = f"the weight of 'a' {idle.format(chr(39) + 'q' + chr(39))}"
    assert messages("unused_weight", text.format(more="")) == [weight]
    standard = f"the standard of 'q' {idle.format('it')}"
    assert messages("unused_weight", text.format(more="standard: preponderance, ")) == [weight, standard]


def test_a_weight_that_counts_for_nothing_is_told(messages):
    """Without a standard that compares, or where an objection defeats, weights say nothing."""
    (message,) = messages("unused_weight", MEASURED.format(standard="scintilla", but="{reason: o, weight: 0.3}"))
    assert (
        message
        == "the weights of 'p' and 'o' count for nothing: 'c' has no 'standard:' that compares, such as preponderance"
    )
    defeating = "{reason: o, weight: 0.3, force: defeats}"
    (message,) = messages("unused_weight", MEASURED.format(standard="preponderance", but=defeating))
    assert message == "the weight of 'o' counts for nothing: what defeats 'c' is not weighed"
    assert messages("unused_weight", MEASURED.format(standard="preponderance", but="{reason: o, weight: 0.3}")) == []


def test_a_rejected_recommendation_says_what_its_standard_takes(messages):
    """It is told which weight a reason must exceed, or that the support of what it rests on is too weak."""
    (message,) = messages(
        "rejected_recommendation",
        MEASURED.format(standard="preponderance", but="{reason: o, weight: 0.9}")
        .replace("q + q2", "{reason: q, weight: 0.1}")
        .replace("stance: supports", "weight: 0.1"),
    )
    assert message.startswith("the recommendation 'r' is rejected: 'o' speaks against 'c', on which it rests; for")
    weak = "{nodes: {r: {recommendation: R., standard: clear-and-convincing, cite: {source: s, weight: 0.4}}}}"
    (message,) = messages("rejected_recommendation", weak)
    assert "what supports it is too weak; for clear and convincing evidence, a reason for it must weigh" in message


def test_what_is_outweighed_keeps_nothing_from_standing(messages):
    """An undecided recommendation is told to be so by what is in a deadlock, not by a cost that is outweighed."""
    text = """
    nodes:
      r: {recommendation: R., because: [p], but: [{reason: o, outweighed-by: q, note: Because.}]}
      p: {claim: P., cite: s p. 1, contradicts: [n]}
      n: {claim: N., cite: t p. 1}
      q: {premise: Q., cite: s p. 2}
      o: {objection: O., cite: t p. 2}
    """
    assert messages("undecided_recommendation", text) == [
        "the recommendation 'r' is undecided: 'n' contradicts 'p', on which it rests, and nothing settles which stands"
    ]


def test_an_undercut_cost_is_no_open_challenge(messages):
    """What would be to weigh if leaves were granted is challenged by the open cost, not by what undercuts another."""
    text = """
    nodes:
      r: {recommendation: R., because: [p], but: [o, {reason: k, unless: [u]}]}
      p: {premise: P., cite: s p. 1}
      o: {objection: O.}
      k: {objection: K., cite: t p. 2}
      u: {premise: U., cite: s p. 3}
    """
    (said,) = messages("open_challenge", text)
    assert "'o'" in said
    assert "'u'" not in said
