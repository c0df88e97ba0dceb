"""Maps as ASPIC+ and ABA theories say what the map says."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.errors import TooManyError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.exports.aba import to_aba
from argmap.evaluation.exports.aspic import to_aspic
from argmap.evaluation.labels import Basis
from argmap.evaluation.verdict import Evaluation
from argmap.frameworks.framework import Framework
from argmap.frameworks.structured import aba, aspic

from ...frameworks import oracle as frameworks
from ...strategies import examples
from ...tangles import tangles
from .. import oracle
from ..drawn import Graded, circles, drawn, maps, trade_offs, with_grades

ANY_MAP = with_grades(maps() | circles() | trade_offs() | tangles())
MANY = 400


def instantiated(evaluation: Evaluation, kind: str) -> aspic.Instance | aba.Instance:
    """Return the arguments of a map as a theory of a kind, if they are not too many."""
    try:
        if kind == "aspic":
            return aspic.instantiate(to_aspic(evaluation), most=MANY)
        return aba.instantiate(to_aba(evaluation), most=MANY)
    except TooManyError:
        assume(condition=False)
        raise


def in_and_open(framework: Framework) -> tuple[frozenset[str], frozenset[str]]:
    """Return the grounded extension, and what it does not attack."""
    inside = set[int]()
    while True:
        beaten = {target for target, some in enumerate(framework.attackers) if not inside.isdisjoint(some)}
        more = {target for target, some in enumerate(framework.attackers) if beaten.issuperset(some)}
        if more == inside:
            rest = set(range(len(framework.arguments))) - beaten
            return frozenset(framework.names(inside)), frozenset(framework.names(rest))
        inside = more


@pytest.mark.parametrize("kind", ["aspic", "aba"])
@given(graded=ANY_MAP)
@examples(150)
def test_grounded_is_the_standing_of_the_map(kind: str, graded: Graded) -> None:
    """What is concluded by a grounded argument is accepted, what by one that is not attacked by those, undecided."""
    evaluation = evaluate(*graded)
    made = instantiated(evaluation, kind)
    true, possible = map(made.holding, in_and_open(made.framework))
    for name, verdict in evaluation.items():
        label = "accepted" if name in true else "undecided" if name in possible else "no"
        assert label == (verdict.standing if verdict.standing in ("accepted", "undecided") else "no")


@pytest.mark.parametrize("kind", ["aspic", "aba"])
@given(graded=with_grades(maps() | circles() | trade_offs()))
@examples(80)
def test_preferred_and_stable_agree_with_the_models(kind: str, graded: Graded) -> None:
    """What holds in preferred and in stable extensions is what holds in the models of that name."""
    m, grades = graded
    evaluation = evaluate(m, grades)
    made = instantiated(evaluation, kind)
    rules = oracle.rules(m, Basis.DECLARED, grades)
    assume(len(made.arguments) <= 10 and len(oracle.choices(rules)) <= 6)
    models = oracle.stable_models(rules)
    expected = {"PR": oracle.preferred(models), "ST": [model for model in models if model[0] == model[1]]}
    for name, some in expected.items():
        found = {made.holding(each) & set(evaluation) for each in frameworks.extensions(made.framework, name)}
        assert found == {frozenset(name for kind, name in true if kind == "holds") for true, _ in some}


def test_each_relation_has_its_place_in_aspic() -> None:
    """Steps are rules, grounds premises, attacks contraries, contradictions contradictories, undercuts strike names."""
    m = drawn(
        """
        P: s1, not s2
        Q: s3
        H: assumed
        P + H -> C
        Q -> C
        X: s4
        X -x (Q -> C)
        X -x Q@s3
        X -| H
        X + Q -| C
        X >< P
        """
    )
    theory = to_aspic(m)
    assert [str(rule) for rule in theory.rules] == [
        "[Q@s3] Q@s3=>Q",
        "[P + H -> C] P,H=>C",
        "[Q -> C] Q=>C",
        "[X + Q -| C] X,Q=>beaten: C",
    ]
    assert theory.premises == ("P", "P@s2", "Q@s3", "X", "H")
    assert set(theory.contraries) == {
        ("P@s2", "P"),
        ("X", "[Q -> C]"),
        ("X", "Q@s3"),
        ("X", "H"),
        ("beaten: C", "C"),
        ("X", "P"),
        ("P", "X"),
    }
    assert theory.axioms == theory.assumptions == theory.lower_rules == theory.lower_premises == ()


def test_what_is_weighed_is_carried() -> None:
    """A cost is a rule that its target, and what outweighs it, undercut."""
    theory = to_aspic(drawn("R: recommendation \n A: s1 \n B: s2 \n A -> R \n B -| R < A"))
    assert [str(rule) for rule in theory.rules] == ["[A -> R] A=>R", "[B -| R] B=>beaten: R"]
    assert set(theory.contraries) == {("beaten: R", "R"), ("R", "[B -| R]"), ("A", "[B -| R]")}
