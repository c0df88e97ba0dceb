"""The checks of schemes and critical questions."""

from __future__ import annotations

import pytest

import argmap
from argmap.model.findings import Severity
from argmap.workflows.checking import check


def found(text: str, *codes: str):
    """Return what the checks of schemes find in a map: code, severity and message."""
    findings = check(argmap.loads(text), select=codes or ["AM6"])
    return [(finding.code, finding.severity, finding.message) for finding in findings]


def step(record: str, more: str = "", kind: str = "claim") -> str:
    """Return a map with one step to ``c``, from ``a``, ``b`` or both."""
    return f"""
nodes:
  c: {{{kind}: C., because: [{{{record}}}]}}
  a: {{assumption: A.}}
  b: {{assumption: B.}}
  n: {{assumption: N.}}
{more}"""


EXPERT = "reason: a, scheme: expert-opinion"


def test_a_scheme_in_own_words_is_asked_nothing() -> None:
    """A scheme that is like none of the catalogue may have any roles and questions."""
    text = step("reason: a, scheme: as Aunt Ada argues, roles: {ada: a}, answers: {why: n}, waives: {how: So.}")
    assert found(text) == []


def test_a_misspelt_scheme_is_told_once() -> None:
    """Steps with the same misspelling are told at the first of them, with their number."""
    text = """
nodes:
  c: {claim: C., because: [{reason: a, scheme: exprt-opinion}, {reason: b, scheme: exprt-opinion}]}
  a: {assumption: A.}
  b: {assumption: B.}
"""
    ((code, severity, message),) = found(text)
    assert (code, severity) == ("AM601", Severity.WARNING)
    assert message == "no scheme is called 'exprt-opinion': did you mean 'expert-opinion'? (2 steps, the first is here)"


@pytest.mark.parametrize("name", ["Expert Opinion", "Argument From Expert Opinion", "ExpertOpinion_Inference"])
def test_other_names_are_asked_too(name) -> None:
    """A scheme by what others call it has the same questions."""
    ((code, _, message),) = found(step(f"reason: a, scheme: {name}"))
    assert code == "AM603"
    assert "of 'expert-opinion' open" in message


def test_one_premise_and_one_required_role_belong_together() -> None:
    """What bears on a role that is plainly filled is not asked."""
    ((_, _, message),) = found(step(EXPERT), "AM603")
    assert "'quoted'" not in message
    assert "'expertise'" in message


def test_premises_that_may_fill_the_required_roles_do() -> None:
    """Nothing is missing where there are as many premises without a role as required roles without a premise."""
    assert found(step("reason: a + b, scheme: alternatives"), "AM602", "AM603") == []
    ((code, _, message),) = found(step("reason: a, scheme: alternatives"), "AM602")
    assert code == "AM602"
    assert "'options' and 'excluded'" in message


def test_steps_that_lack_the_same_are_told_once() -> None:
    """Steps of one scheme without the same premise are told together, and their other questions are not asked."""
    nodes = "".join(f"  c{n}: {{claim: C., because: [{{reason: a, scheme: alternatives}}]}}\n" for n in range(50))
    ((code, _, message),) = found(f"nodes:\n{nodes}  a: {{assumption: A.}}\n")
    assert code == "AM602"
    assert message.startswith("50 steps, the first of them here, have no premise for each of the roles")


def test_a_role_that_is_named_leaves_the_other_empty() -> None:
    """A premise whose role is named fills no other."""
    ((_, _, message),) = found(step("reason: a, scheme: expert-opinion, roles: {field: a}"), "AM602")
    assert message.startswith("the step from 'a' to 'c' has no premise for the role 'source' of 'expert-opinion'")


ALL = "answers: {expertise: n, evidence: n, peers-differ: n}, waives: {within-field: So., biased: So.}"


def test_answers_and_waivers_address_questions() -> None:
    """Where every question is answered, waived or borne on by a filled role, none is open."""
    assert found(step(f"{EXPERT}, {ALL}")) == []


def test_a_raised_question_is_not_open() -> None:
    """An undercut that raises a question addresses it; that it is live is another matter."""
    text = step(f"{EXPERT}, {ALL.replace(', biased: So.', '')}, unless: [{{reason: n, raises: biased}}]")
    assert [code for code, _, _ in found(text)] == ["AM604"]


def test_what_does_not_stand_answers_nothing() -> None:
    """An answer that is rejected leaves its question open; that one is not supported is said of the answer."""
    beaten = step(f"{EXPERT}, {ALL}").replace("n: {assumption: N.}", "n: {assumption: N., but: [b]}")
    messages = [message for _, _, message in found(beaten, "AM603")]
    assert len(messages) == 3
    assert messages[0].endswith("of the step from 'a' to 'c' is answered by 'n', which is not accepted")
    assert found(step(f"{EXPERT}, {ALL}").replace("assumption: N.", "claim: N."), "AM603") == []


def test_an_open_question_is_a_warning_where_a_recommendation_hangs_on_it() -> None:
    """It is a warning at a step through which all support runs, and a note at one beside which there is another."""
    record = "reason: a, scheme: positive-consequences"
    ((_, severity, message),) = found(step(record, kind="recommendation"), "AM603")
    assert severity is Severity.WARNING
    assert "through which all support for a recommendation runs" in message
    both = step(record, kind="recommendation").replace("}]}", "}, b]}", 1)
    assert [severity for _, severity, _ in found(both, "AM603")] == [Severity.NOTE]


def test_only_steps_that_lead_to_a_recommendation_are_asked() -> None:
    """Where a map recommends something, what leads to no recommendation is left alone."""
    aside = "  r: {recommendation: R., because: [b]}\n"
    assert found(step(EXPERT), "AM603")
    assert found(step(EXPERT, aside), "AM603") == []
    assert found(step(EXPERT, aside.replace("[b]", "[c]")), "AM603")


def test_steps_alike_are_told_once() -> None:
    """Steps of one scheme that leave the same open are told together, with their number."""
    nodes = "".join(f"  c{n}: {{claim: C., because: [{{reason: a, scheme: sign}}]}}\n" for n in range(50))
    ((_, _, message),) = found(f"nodes:\n{nodes}  a: {{assumption: A.}}\n")
    assert message.startswith("50 steps leave the critical questions 'reliable' and 'other-cause' of 'sign' open")


def test_an_open_question_changes_no_standing() -> None:
    """What is open, answered or waived has no part in the evaluation; what is raised counts as any undercut."""
    for record in (EXPERT, f"{EXPERT}, {ALL}"):
        assert str(argmap.evaluate(argmap.loads(step(record)))["c"].standing) == "accepted"
    cut = step(f"{EXPERT}, unless: [{{reason: n, raises: biased}}]")
    assert str(argmap.evaluate(argmap.loads(cut))["c"].standing) == "rejected"


def test_a_live_question_is_an_error_until_it_is_answered() -> None:
    """An undercut that raises a question is told while it holds: not once it is cut, beaten or without support."""
    text = step(f"{EXPERT}, unless: [{{reason: n, raises: biased}}]")
    ((_, severity, message),) = found(text, "AM604")
    assert severity is Severity.ERROR
    assert message.startswith("'n' answers the critical question 'biased' against the step to 'c', and stands")
    assert found(text.replace("raises: biased", "raises: biased, unless: [b]"), "AM604") == []
    assert found(text.replace("n: {assumption: N.}", "n: {assumption: N., but: [b]}"), "AM604") == []
    assert found(text.replace("n: {assumption: N.}", "n: {claim: N.}"), "AM604") == []
    assert found(text.replace(", raises: biased", ""), "AM604") == []
    deeper = text.replace("raises: biased", "scheme: source-bias, unless: [{reason: b, raises: affects}]")
    ((_, _, message),) = found(deeper, "AM604")
    assert "'affects' against the undercut of 'a -> c', and stands" in message


@pytest.mark.parametrize(
    ("record", "kind", "says"),
    [
        ("reason: a, scheme: sign", "recommendation", "says what is the case, and 'c' is a recommendation"),
        (
            "reason: a, scheme: practical-reasoning",
            "evidence",
            "what should be done, and 'c' is of the kind evidence",
        ),
        ("reason: a, scheme: source-bias", "claim", "strikes at a step or a citation"),
        ("reason: a, unless: [{reason: n, scheme: sunk-cost}]", "claim", "this is an undercut"),
    ],
)
def test_schemes_conclude_what_they_can(record, kind, says) -> None:
    """A scheme is told where it concludes something of another sort, and not where the kind fits."""
    ((_, severity, message),) = found(step(record, kind=kind), "AM606")
    assert severity is Severity.WARNING
    assert says in message


def test_what_may_be_either_concludes_both() -> None:
    """An expert may say what is the case, and what should be done; a claim may say that something should be done."""
    assert found(step(EXPERT, kind="recommendation"), "AM606") == []
    assert found(step("reason: a, scheme: practical-reasoning"), "AM606") == []
    assert found(step("reason: a, unless: [{reason: n, scheme: source-bias}]"), "AM606") == []


def test_unknown_roles() -> None:
    """A role is one of the scheme, of a step that names one; what fills it is a premise of that step."""
    ((_, _, message),) = found(step(f"{EXPERT}, roles: {{sorce: a}}"), "AM607")
    assert message == "'expert-opinion' has no role 'sorce': did you mean 'source'?"
    ((_, _, message),) = found(step(f"{EXPERT}, roles: {{source: b}}"), "AM607")
    assert message.startswith("'b' fills the role 'source', and the premises of this step are 'a'")
    ((_, _, message),) = found(step("reason: a, roles: {source: a}"), "AM607")
    assert message.startswith("the step names no scheme")


def test_unknown_questions() -> None:
    """A question is one of the scheme: of the step's own, or for an undercut that of the step that it strikes."""
    ((_, _, message),) = found(step(f"{EXPERT}, answers: {{bias: n}}"), "AM608")
    assert message == "'expert-opinion' has no critical question 'bias': did you mean 'biased'?"
    assert len(found(step(f"{EXPERT}, waives: {{zzz: So.}}"), "AM608")) == 1
    assert len(found(step(f"{EXPERT}, unless: [{{reason: n, raises: bias}}]"), "AM608")) == 1
    ((_, _, message),) = found(step("reason: a, unless: [{reason: n, raises: biased}]"), "AM608")
    assert message.startswith("the step that it strikes names no scheme")


def test_an_unknown_question_is_told_once_of_a_step() -> None:
    """A question that the scheme does not have is told once, though it is answered and waived."""
    assert len(found(step(f"{EXPERT}, answers: {{bias: n}}, waives: {{bias: So.}}"), "AM608")) == 1


def test_a_question_is_not_live_where_nothing_struck_could_have_it() -> None:
    """What is raised against a citation, or a step without a scheme, is no question of it, and no more is said."""
    cited = "nodes: {a: {evidence: A., cite: {source: s, unless: [{reason: n, raises: odd}]}}, n: {assumption: N.}}"
    ((_, _, message),) = found(cited, "AM604", "AM608")
    assert message == "a citation follows no scheme, so that 'odd' is no question of it"
    assert found(step("reason: a, unless: [{reason: n, raises: biased}]"), "AM604") == []


def test_statements_that_do_not_exist_are_told_where_they_stand() -> None:
    """An unknown id among roles and answers is an unknown reference, at the role or question that it stands after."""
    m = argmap.loads(step(f"{EXPERT}, roles: {{source: a, field: aa}}, answers: {{biased: nn}}"))
    told = check(m, select=["AM501"])
    assert ["'aa'" in told[0].message, "'nn'" in told[1].message] == [True, True]
    line = m.origin.lines.line(told[0].line)
    assert [line[finding.column - 1 : finding.end_column - 1] for finding in told] == ["field", "biased"]


def test_answers_that_answer_nothing() -> None:
    """The conclusion of a step answers none of its questions; a question is answered or waived, not both."""
    assert [code for code, *_ in found(step(f"{EXPERT}, answers: {{biased: c}}"), "AM609")] == ["AM609"]
    both = step(f"{EXPERT}, answers: {{biased: n}}, waives: {{biased: So.}}")
    assert [code for code, *_ in found(both, "AM610")] == ["AM610"]


def test_waivers_without_a_reason() -> None:
    """A reason that is blank or not there is none."""
    for waived in ("{biased: }", "{biased: '  '}", "[biased]", "biased"):
        assert [code for code, *_ in found(step(f"{EXPERT}, waives: {waived}"), "AM605")] == ["AM605"]


def test_a_statement_that_answers_is_not_idle() -> None:
    """What answers a critical question is linked to something, and is used."""
    text = step(f"{EXPERT}, answers: {{biased: n + b}}")
    assert found(text, "AM110", "AM111") == []
    assert len(found(text.replace("biased: n + b", "biased: n"), "AM111")) == 1
