"""The polynomial framework of a map: exact where supports do not go round, refused where they do."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from argmap.components import strong_components
from argmap.errors import CircularError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.exports.af import to_af
from argmap.evaluation.exports.export import Export
from argmap.evaluation.labels import Basis

from ...frameworks import oracle as frameworks
from ...strategies import examples
from .. import oracle
from ..drawn import Graded, circles, drawn, maps, trade_offs, with_grades
from .test_lines import grounded, labelled, projected

FEW = 11


def made(graded: Graded) -> Export | None:
    """Return the gadget of a map; None where it is refused, which must be for a circle that it names."""
    m, grades = graded
    supported = sorted(oracle.supported(m, Basis.DECLARED, grades=grades))
    following: dict[int, list[int]] = {n: [] for n in range(len(supported))}
    for premises, conclusion in oracle.supports_of(m):
        if premises <= set(supported):
            for premise in premises:
                following[supported.index(premise)].append(supported.index(conclusion))
    loops = [c for c in strong_components(following, following) if len(c) > 1 or c[0] in following[c[0]]]
    if not loops:
        return to_af(evaluate(m, grades), "gadget")
    with pytest.raises(CircularError) as refused:
        to_af(evaluate(m, grades), "gadget")
    assert any(str(refused.value).startswith(repr(supported[min(loop)])) for loop in loops)
    return None


@given(graded=with_grades(maps() | trade_offs() | circles()))
@examples(200)
def test_grounded_is_the_standing_of_the_map(graded: Graded) -> None:
    """Without loops of supports, the grounded extension says what stands; with one, the framework is refused."""
    export = made(graded)
    assume(export is not None)
    true, possible = labelled(export, grounded(export))
    for name, verdict in evaluate(*graded).items():
        label = "accepted" if name in true else "undecided" if name in possible else "no"
        assert label == (verdict.standing if verdict.standing in ("accepted", "undecided") else "no")


@given(graded=with_grades(maps() | trade_offs()))
@examples(150)
def test_extensions_are_the_models_one_to_one(graded: Graded) -> None:
    """Complete extensions are three-valued stable models, preferred ones those with the most truths."""
    m, grades = graded
    export = made(graded)
    rules = oracle.rules(m, Basis.DECLARED, grades)
    assume(export is not None and len(export.framework.arguments) <= FEW and len(oracle.choices(rules)) <= 6)
    models = oracle.stable_models(rules)
    complete = [labelled(export, each) for each in frameworks.extensions(export.framework, "CO")]
    assert len(complete) == len(set(complete))
    assert set(complete) == set(map(projected, models))
    preferred = {labelled(export, each) for each in frameworks.extensions(export.framework, "PR")}
    assert preferred == set(map(projected, oracle.preferred(models)))


def test_a_circle_is_refused_by_name() -> None:
    """What supports each other all round is named, and what to do instead; what rests on nothing is no circle."""
    with pytest.raises(CircularError, match=r"^'A' and 'B' support each other all round, .* translate to \"lines\"$"):
        to_af(drawn("P: s1 \n P -> A \n A -> B \n B -> A"), "gadget")
    assert to_af(drawn("P: s1 \n A -> B \n B -> A"), "gadget").framework.arguments == ("P",)


def test_it_is_no_larger_than_the_map() -> None:
    """Where lines are too many to count, statements and steps are not."""
    ladder = "A0: s1\n" + "\n".join(
        f"B{n}: s1 \n C{n}: s2 \n A{n} + B{n} -> A{n + 1} \n A{n} + C{n} -> A{n + 1}" for n in range(100)
    )
    export = to_af(drawn(ladder), "gadget")
    assert len(export.framework.arguments) == 2 + 8 * 100
    assert "A100" in export.holding(grounded(export))


def test_arguments_are_told_in_words() -> None:
    """Statements, their reasons where there are several, and helpers say what they are."""
    export = to_af(drawn("P: s1 \n Q: s2 \n P -> C \n Q -> C \n X: s3 \n X -x (P -> C)"), "gadget")
    assert {name: export[name].words for name in export.framework.arguments} == {
        "P": "P: citation P@s1",
        "not P": "P does not hold",
        "Q": "Q: citation Q@s2",
        "not Q": "Q does not hold",
        "C": "C holds",
        "P -> C": "C: P -> C",
        "Q -> C": "C: Q -> C",
        "not C": "C does not hold",
        "X": "X: citation X@s3",
    }
    assert export.concluding("C") == ("C",)
