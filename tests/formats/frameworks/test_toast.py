"""ASPIC+ theories of TOAST as maps, and maps as such theories."""

from __future__ import annotations

import json

import pytest
from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.evaluation.evaluate import evaluate
from argmap.formats.frameworks._toast_writing import written
from argmap.formats.frameworks.toast import read, write
from argmap.frameworks.structured.aspic import AspicTheory, instantiate
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

from ...evaluation.drawn import drawn
from ...evaluation.exports.test_structured import in_and_open
from ...frameworks.structured.test_aspic import theories
from ...strategies import examples
from .standing import told

PUBLISHED = (
    '{"premises":["p","q"],"kbPrefs":["p<q"],"rules":["[r1] p=>s","[r2] q=>t"],"rulePrefs":["[r1]<[r2]"],'
    '"contrariness":["s-t"],"link":"weakest"}'
)


def plain(theory: AspicTheory) -> AspicTheory:
    """Leave out of a theory what maps have no place for: axioms, strict rules, preferences, rules from nothing."""
    rules = tuple(evolve(rule, is_strict=False) for rule in theory.rules if rule.premises)
    return AspicTheory(rules, premises=theory.premises + theory.axioms, contraries=theory.contraries)


@given(theory=theories().map(plain))
@examples(200)
def test_a_theory_stands_as_its_map_does(theory: AspicTheory) -> None:
    """What grounded arguments conclude is accepted in the map, what none of them attacks undecided."""
    known = {f"~[{rule.name}]" for rule in theory.rules}
    assume(all(rule.conclusion in known or "[" not in rule.conclusion for rule in theory.rules))
    made = instantiate(theory)
    true, possible = map(made.holding, in_and_open(made.framework))
    for statement in (m := read(written(theory), "")):
        verdict = evaluate(m)[statement.id]
        name = statement.text.replace("not ", "~")
        assert told(verdict) == ("accepted" if name in true else "undecided" if name in possible else "no")


def test_a_theory_as_it_is_published() -> None:
    """The example of the service: preferences, and what is asked, are told to be left out."""
    m = read(PUBLISHED, "x.json")
    assert {s.id: s.kind for s in m} == {
        "p": Kind.ASSUMPTION,
        "q": Kind.ASSUMPTION,
        "s": Kind.CLAIM,
        "t": Kind.CLAIM,
    }
    assert [(r.id, r.kind) for r in m.relations] == [
        ("r1", RelationKind.SUPPORT),
        ("r2", RelationKind.SUPPORT),
        ("s >< t", RelationKind.CONTRADICTION),
    ]
    assert m.origin is not None
    assert [(f.column, f.message) for f in m.origin.findings] == [
        (34, "preferences have no place in a map (2 places, the first is here)"),
        (131, "what is asked of a theory (link, semantics, query, transposition) has no place in a map"),
    ]


def test_lists_may_be_texts_with_semicolons() -> None:
    """As the form of the service has them: negation contradicts, an undercut strikes a rule, an axiom stands."""
    m = read(
        '{"axioms": "a;", "premises": "p; q;", "rules": "[r1] p -> s; [r2] q=>~[r1]; [r3] q=>~s", '
        '"contrariness": "q^a"}',
        "",
    )
    assert [(r.id, r.kind.value) for r in m.relations] == [
        ("r1", "support"),
        ("r2", "undercut"),
        ("r3", "support"),
        ("s >< not-s", "contradiction"),
    ]
    assert m["not-s"].text == "not s"
    assert m.origin is not None
    assert [f.message for f in m.origin.findings] == [
        "strict rules are read as defeasible ones: a map has no others",
        "an axiom is attacked in vain: this is left out",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"rules": ["p=>q"]}', "'p=>q' is no rule: write it as '[r1] p,q=>r', or with '->' where it is strict"),
        ('{"premises": ["p q"]}', "'p q' is no formula: write a word without spaces, as in 'p', '~p' or 'p_and_q'"),
        ('{"premises": ["[r1]"]}', "'[r1]' names a rule, which is not given"),
        ('{"premises": [["p"]]}', "this is a list: write a list of texts"),
        ('{"premises": {"p": 1}}', "this is a mapping: write a list of texts"),
        (
            '{"contrariness": ["p"]}',
            "'p' is no contrariness: write 'q^p' (q is a contrary of p) or 's-t' (each is one)",
        ),
        ('{"rules": ["[r1] p=>q", "[r1] p=>s"]}', "there is a rule called 'r1' already: choose another name"),
        ('{"rules": ["[r1] p=>~[r9]"]}', "no rule is called 'r9': nothing is undercut"),
        ('{"rules": ["[r1] [r2]=>q"]}', "'[r1] [r2]=>q' rests on the name of a rule, which has no place in a map"),
        ('{"rules": ["[r1] =>~[r2]"]}', "a rule that concludes '~[r2]' has no place in a map"),
        (
            '{"rules": ["[r1] drinks(X,cola)=>buys(X,cola)"]}',
            "variables of rules are not filled in: they are read as names",
        ),
        ('{"premises": [], "comment": "mine"}', "what else a file says of a theory has no place in a map"),
        ('{"contrariness": ["[r1]^p"]}', "'[r1]^p': the name of a rule is a contrary of nothing in a map"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, message: str) -> None:
    """Each fault says what was found, and what to write; its place is that of the text in the list."""
    m = read(text, "x.json")
    assert m.origin is not None
    (finding,) = m.origin.findings
    assert finding.message == message
    assert finding.column > 10


@pytest.mark.parametrize("text", ["[]", '"p"', '{"nodes": {}}'])
def test_what_is_no_theory_is_refused(text: str) -> None:
    """Another JSON file is told by what it lacks."""
    with pytest.raises(ConvertError, match="this is no theory: it "):
        read(text, "x.json")


def test_names_are_made_fit() -> None:
    """Hyphens and spaces, which TOAST takes for something else, become underscores, each name still for one thing."""
    text = write(drawn("a-b: s1 \n a_b: s2 \n a-b + a_b -> c")).text
    assert json.loads(text)["premises"] == ["a_b", "a_b_2"]
    assert json.loads(text)["rules"] == ["[a_b_a_b_c] a_b,a_b_2=>c"]


@given(value=st.recursive(st.none() | st.text("pqr~[]=>,;^-( )", max_size=12), st.lists, max_leaves=4))
def test_no_lists_raise(value) -> None:
    """Whatever stands in the lists, something is read."""
    for key in ("axioms", "premises", "rules", "contrariness", "kbPrefs", "link"):
        m = read(json.dumps({"premises": [], key: value}), "x.json")
        assert m.origin is not None
        assert all(finding.line == 1 for finding in m.origin.findings)
        evaluate(m)
