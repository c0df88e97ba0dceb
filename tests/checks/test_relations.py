"""Checks of relations and groups: AM5."""

from __future__ import annotations

import pytest

from argmap import check
from argmap.formats.tables import csv
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement


def made(*relations):
    """Make a map of claims a and b with relations of any kind."""
    return ArgumentMap(
        statements=(Statement("a", Kind.CLAIM, "A."), Statement("b", Kind.CLAIM, "B.")), relations=relations
    )


def test_unknown_references_are_named_for_what_they_are(messages):
    """A misspelt id gets a suggestion; a source, a step and a sentence in the place of an id are each told apart."""
    text = """
nodes:
  fewer-injuries:
    claim: C.
    because:
      - speed-drops
      - city-survey
      - {reason: speeds-drop, id: pilot}
      - pilot
      - Lower speeds save lives
      - zzz
  speeds-drop: {premise: P.}
sources: {city-survey: S}
"""
    assert messages("unknown_reference", text) == [
        "no statement is called 'speed-drops': did you mean 'speeds-drop'?",
        "'city-survey' is a source, not a statement: to cite it, add 'cite:'",
        "'pilot' is a step, not a statement: name its premises",
        "no statement is called 'Lower speeds save lives': to write it here, give it a kind, as in 'premise: …'",
        "no statement is called 'zzz': write it, or correct the id",
    ]


def test_unknown_targets_in_code(messages):
    """A map made in code may point at nothing, too; an undercut's target is another check's matter."""
    m = made(Relation.make("support", ["a"], "nothing"), Relation.make("undercut", ["nobody"], "nowhere"))
    assert [message.split("'")[1] for message in messages("unknown_reference", m)] == ["nothing", "nobody"]
    assert messages("undercut_of_nothing", m) == ["no step or citation is called 'nowhere': correct the id"]


def test_undercuts_of_statements_and_of_steps_that_cannot_act(messages):
    """An undercut of a statement is reported; one of a step with an unknown premise is not, for the step is there."""
    broken = Relation.make("support", ["ghost"], "b")
    m = made(broken, Relation.make("undercut", ["a"], "b"), Relation.make("undercut", ["a"], broken.id))
    assert messages("undercut_of_nothing", m) == [
        "'b' is a statement, and only steps and citations can be undercut: object to it under 'but:'"
    ]


def test_duplicates(messages):
    """A repeated relation is reported whatever the order of its statements; another kind or scheme is no repetition."""
    m = made(
        Relation.make("support", ["a"], "b", scheme="sign"),
        Relation.make("support", ["a"], "b"),
        Relation.make("attack", ["a"], "b"),
        Relation.make("contradiction", ["a"], "b"),
        Relation.make("contradiction", ["b"], "a"),
        Relation.make("support", ["a", "a"], "b"),
    )
    assert messages("duplicate_relation", m) == [
        "'b' already contradicts 'a': delete this one",
        "'a' is already a reason for 'b': delete this one",
    ]


@pytest.mark.parametrize(
    ("first", "second", "remedy"),
    [
        ("a", "{reason: a, note: N.}", "keep this one, which alone has a note; delete the first"),
        (
            "{reason: a, note: N.}",
            "{reason: a, note: N., outweighed-by: p, values: v}",
            "keep this one, which alone has a judgement and values; delete the first",
        ),
        ("{reason: a, outweighed-by: p}", "a", "delete this one"),
        ("a", "{reason: a, unless: [p]}", "keep this one, which alone has an undercut; delete the first"),
        (
            "{reason: a, note: N.}",
            "{reason: a, note: M., force: weighs}",
            "merge the two, as each says what the other does not",
        ),
    ],
)
def test_of_two_alike_that_which_says_more_is_kept(messages, first, second, remedy):
    """What only the second says is not to be deleted with it."""
    text = f"nodes: {{c: {{claim: C., but: [{first}, {second}]}}, a: {{objection: A.}}, p: {{premise: P.}}}}"
    assert messages("duplicate_relation", text) == [f"'a' is already an objection to 'c': {remedy}"]


def test_linked_reasons_drawn_twice_are_one_reason(messages):
    """A linked reason is named as one."""
    text = "nodes: {c: {claim: C., because: [a + b, b + a]}, a: {premise: A.}, b: {premise: B.}}"
    assert messages("duplicate_relation", text) == ["'b' + 'a' is already a reason for 'c': delete this one"]


def test_for_and_against(messages):
    """The same premises for and against are reported; a shared member of two linked reasons is not."""
    text = """
nodes:
  c: {claim: C., because: [a, a + b], but: [a, a + d]}
  a: {premise: A., contradicts: [c]}
  b: {premise: B.}
  d: {premise: D.}
"""
    assert messages("support_and_attack", text) == [
        "'a' is given both for and against 'c': keep one, or split the statement",
        "'a' is given both for and against 'c': keep one, or split the statement",
    ]


def test_for_and_against_need_the_same_direction_and_company(messages):
    """A conclusion that attacks its own premise is another matter (W14), and so is a premise in new company."""
    text = """
nodes:
  c: {claim: C., because: [a], but: [a + d]}
  a: {premise: A., but: [c]}
  d: {premise: D.}
"""
    assert messages("support_and_attack", text) == []


def test_unknown_groups_once_each(messages):
    """An unknown group is reported once with the number of statements; one of groups inside groups too."""
    text = """
groups: {safety: {title: Safety, in: all}}
nodes:
  a: {claim: A., group: saftey}
  b: {claim: B., group: saftey}
  c: {claim: C., group: safety}
"""
    assert messages("unknown_group", text) == [
        "no group is called 'all': give it a heading under 'groups:'",
        "no group is called 'saftey' (named in 2 places): did you mean 'safety'?",
    ]


def test_an_unknown_id_that_reading_has_told_is_told_once():
    """Tables tell unknown ids in their cells, and no check tells them again at the row."""
    table = (
        "table,id,kind,text,from,to,scheme,answers,roles,outweighed by\n"
        "statement,c,claim,C.,,,,,,\nstatement,p,assumption,P.,,,,,,\n"
        "relation,r,support,,zz,c,,,,\nrelation,r2,attack,,p,c,sign,other-cause: yy,indicator: xx,ww\n"
    )
    told = [finding.message.split("'")[1] for finding in check(csv.read(table.encode(), "x.csv"), select=["AM501"])]
    assert sorted(told) == ["ww", "xx", "yy", "zz"]
