"""The lines of a map as an abstract framework, against the definitions of both sides."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.errors import ArgmapError, UnknownNameError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.exports.aba import to_aba
from argmap.evaluation.exports.af import to_af
from argmap.evaluation.exports.aspic import to_aspic
from argmap.evaluation.exports.export import Export
from argmap.evaluation.labels import Basis
from argmap.model.document import ArgumentMap
from argmap.model.statements import Kind, Statement

from ...frameworks import oracle as frameworks
from ...strategies import examples
from ...tangles import tangles
from .. import oracle
from ..drawn import Graded, circles, drawn, maps, trade_offs, with_grades
from ..test_literature import FRAMEWORKS

ANY_MAP = with_grades(maps() | circles() | trade_offs() | tangles())
FEW = 10
"""How many arguments brute force goes through all sets of."""

Model = tuple[frozenset[str], frozenset[str]]
"""The statements that hold, and those that are not false."""


def labelled(export: Export, extension: frozenset[str]) -> Model:
    """Return what holds in an extension, and what has a line that it does not attack."""
    framework = export.framework
    inside = {framework.index_of[name] for name in extension}
    open_names = {
        name
        for name, attackers in zip(framework.arguments, framework.attackers, strict=True)
        if inside.isdisjoint(attackers)
    }
    return frozenset(export.holding(extension)), frozenset(export.holding(open_names))


def projected(model: oracle.Model) -> Model:
    """Return which statements are true, and which not false, in a model of the rules."""
    true, possible = ({name for kind, name in atoms if kind == "holds"} for atoms in model)
    return frozenset(true), frozenset(possible)


def grounded(export: Export) -> frozenset[str]:
    """Return the grounded extension, by its definition as a least fixed point."""
    attackers, inside = export.framework.attackers, set[int]()
    while True:
        beaten = {target for target, some in enumerate(attackers) if not inside.isdisjoint(some)}
        more = {target for target, some in enumerate(attackers) if beaten.issuperset(some)}
        if more == inside:
            return frozenset(export.framework.names(inside))
        inside = more


@pytest.mark.parametrize("basis", Basis)
@given(graded=ANY_MAP)
def test_grounded_is_the_standing_of_the_map(graded: Graded, basis: Basis) -> None:
    """A statement is accepted if a line for it is grounded, and undecided if a line for it escapes those that are."""
    evaluation = evaluate(*graded, basis=basis)
    export = to_af(evaluation, "lines")
    true, possible = labelled(export, grounded(export))
    for name, verdict in evaluation.items():
        label = "accepted" if name in true else "undecided" if name in possible else "no"
        assert label == (verdict.standing if verdict.standing in ("accepted", "undecided") else "no")
        assert verdict.supported == bool(export.concluding(name))


@given(graded=ANY_MAP)
@examples(150)
def test_extensions_are_the_models_one_to_one(graded: Graded) -> None:
    """Complete extensions are three-valued stable models; preferred, stable and ideal ones those of the same name."""
    m, grades = graded
    export = to_af(evaluate(m, grades), "lines")
    rules = oracle.rules(m, Basis.DECLARED, grades)
    assume(len(export.framework.arguments) <= FEW and len(oracle.choices(rules)) <= 6)
    models = oracle.stable_models(rules)
    complete = [labelled(export, each) for each in frameworks.extensions(export.framework, "CO")]
    assert len(complete) == len(set(complete))
    assert set(complete) == set(map(projected, models))
    preferred = oracle.preferred(models)
    shared = frozenset.intersection(*(true for true, _ in preferred))
    expected = {
        "PR": set(map(projected, preferred)),
        "ST": {projected(model) for model in models if model[0] == model[1]},
        "ID": {projected(max((model for model in models if model[0] <= shared), key=lambda model: len(model[0])))},
    }
    for name, some in expected.items():
        assert {labelled(export, each) for each in frameworks.extensions(export.framework, name)} == some


@pytest.mark.parametrize("case", FRAMEWORKS.values(), ids=FRAMEWORKS)
def test_cited_claims_that_attack_each_other_are_the_framework_as_drawn(case: tuple[str, str, str, str]) -> None:
    """A map of cited claims is exported as those claims, and nothing is added."""
    arguments, attacks, _, _ = case
    m = drawn("\n".join([*(f"{name}: s" for name in arguments), *(f"{a} -| {b}" for a, b in attacks.split())]))
    framework = to_af(m).framework
    assert framework.arguments == tuple(arguments)
    found = {
        f"{framework.arguments[one]}{name}"
        for name, some in zip(framework.arguments, framework.attackers, strict=True)
        for one in some
    }
    assert found == set(attacks.split())


def test_a_joint_attack_is_one_argument() -> None:
    """Linked premises of an attack strike together: it takes both, and what strikes at one of them answers it (T33)."""
    export = to_af(drawn("a: s1 \n b: s2 \n c: s3 \n d: s4 \n a + b -| c \n d -| b"))
    framework = export.framework
    assert framework.arguments == ("a", "b", "c", "d", "a + b -| c")
    assert framework.attackers == ((), (3,), (4,), (), (3,))
    assert export["a + b -| c"].statements == ("a", "b")
    assert frameworks.extensions(framework, "GR") == {frozenset("acd")}


def test_lines_are_told_in_words() -> None:
    """Each argument says its line: statements, steps and grounds."""
    export = to_af(drawn("P: s1, s2 \n H: assumed \n P + H -> C \n Q: s3 \n Q -> C \n X: s4 \n X -x (Q -> C)"))
    assert export.concluding("C") == ("C #1", "C #2", "C #3")
    line = export["C #2"]
    assert line.statement == "C"
    assert line.statements == ("C", "P", "H")
    assert line.steps == ("P + H -> C",)
    assert line.grounds == ("P@s1", "H")
    assert line.words == "C: P + H -> C; citation P@s1; H is assumed"
    assert export["C #1"].words == "C: Q -> C; citation Q@s3"


def test_what_is_unsupported_has_no_argument() -> None:
    """What rests on nothing, or on itself, makes no argument, and its objections strike at nothing."""
    export = to_af(drawn("A -> B \n B -> A \n C: claim \n D: s1 \n C -| D"))
    assert export.framework.arguments == ("D",)
    assert export.framework.attacks == 0
    assert export.concluding("A") == ()
    with pytest.raises(UnknownNameError, match="statement 'E'"):
        export.concluding("E")


def test_a_basis_decides_what_makes_arguments() -> None:
    """On cited grounds assumptions make no argument, granted leaves only where they are granted."""
    m = drawn("P: assumed \n Q: claim \n P -> C \n Q -> C")
    counts = {basis: len(to_af(m, basis=basis).framework.arguments) for basis in Basis}
    assert counts == {"independent": 0, "cited": 0, "declared": 2, "granted": 4}


def test_too_many_lines_are_refused_and_none_is_left_out() -> None:
    """Thirty steps with two reasons each have 2³⁰ lines: that is said, in a sentence, at once."""
    ladder = "A0: s1\n" + "\n".join(
        f"B{n}: s1 \n C{n}: s2 \n A{n} + B{n} -> A{n + 1} \n A{n} + C{n} -> A{n + 1}" for n in range(30)
    )
    with pytest.raises(ArgmapError, match="more than 1,000 lines of reasons"):
        to_af(drawn(ladder), most=1000)


def test_a_long_chain_has_one_line_for_each_statement() -> None:
    """Five thousand steps in a row are as many lines, whose premises are shared."""
    chain = "A0: s1\n" + "\n".join(f"A{n} -> A{n + 1}" for n in range(5000))
    export = to_af(drawn(chain))
    assert len(export.framework.arguments) == 5001
    assert len(export["A5000"].statements) == 5001


def test_semi_stable_and_eager_extensions_compare_arguments_not_statements() -> None:
    """The known kind of difference (Caminada et al. 2015): a second line that falls is less that is undecided.

    B and C exclude each other, and A is undecided either way, as it attacks itself. With C a second line for A is
    undecided; with B it has fallen, so that only B is in a semi-stable extension, though both leave as many statements
    undecided.
    """
    m = drawn("A: s0 \n B: s1 \n C: s2 \n A -| A \n C -| B \n B -| C \n C -> A")
    export = to_af(m)
    models = set(map(projected, oracle.stable_models(oracle.rules(m, Basis.DECLARED))))
    open_to = {model: model[1] - model[0] for model in models}
    least = {model for model in models if not any(other < open_to[model] for other in open_to.values())}
    assert {model[0] for model in least} == {frozenset("B"), frozenset("C")}
    assert {export.holding(each) for each in frameworks.extensions(export.framework, "SST")} == {("B",)}
    assert {export.holding(each) for each in frameworks.extensions(export.framework, "EAG")} == {("B",)}
    assert {export.holding(each) for each in frameworks.extensions(export.framework, "ID")} == {()}


def test_an_empty_map_is_an_empty_framework() -> None:
    """Nothing makes no argument."""
    assert to_af(drawn("")).framework.arguments == ()


@pytest.mark.parametrize("export", [to_af, to_aspic, to_aba])
def test_a_basis_that_there_is_not_is_refused(export) -> None:
    """What there is to choose from is said, of a map and of its evaluation."""
    m = ArgumentMap(statements=(Statement("rain", Kind.EVIDENCE, "It rained."),))
    for asked in (m, evaluate(m)):
        with pytest.raises(UnknownNameError, match="unknown basis 'cite': did you mean 'cited'"):
            export(asked, basis="cite")
