"""What holds of every map."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing
from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation, RelationKind
from argmap.model.statements import Kind, Statement

from ..strategies import examples
from .drawn import Graded, maps, trade_offs, with_grades


def labels(evaluation: Evaluation) -> dict[str, tuple[Standing, tuple[str, ...]]]:
    """Return each statement's standing and modifiers."""
    return {name: (verdict.standing, verdict.modifiers) for name, verdict in evaluation.items()}


@given(m=maps(attacks=False))
def test_without_attacks_what_is_supported_is_accepted(m: ArgumentMap) -> None:
    """In a map without attacks a statement is accepted if and only if it is supported."""
    for basis in Basis:
        for verdict in evaluate(m, basis=basis).values():
            assert verdict.standing is (Standing.ACCEPTED if verdict.supported else Standing.UNSUPPORTED)


@given(graded=with_grades(maps() | trade_offs()))
def test_support_grows_with_the_basis(graded: Graded) -> None:
    """What is supported on independent grounds is so on all citations, with assumptions, and with granted leaves."""
    evaluation = evaluate(*graded)
    supported = [{name for name, v in evaluation.of(basis).items() if v.supported} for basis in Basis]
    assert supported[0] <= supported[1] <= supported[2] <= supported[3]


@given(graded=with_grades(maps() | trade_offs()))
def test_bases_agree_however_they_are_reached(graded: Graded) -> None:
    """A basis says the same whether it is asked for at first or reached from another."""
    for basis in Basis:
        assert labels(evaluate(*graded, basis=basis)) == labels(evaluate(*graded).of(basis))


@given(m=maps() | trade_offs())
def test_what_is_spent_makes_no_difference(m: ArgumentMap) -> None:
    """Without the steps and undercuts that come to nothing, the same statements are accepted and undecided."""
    evaluation = evaluate(m)
    rest = evaluate(evolve(m, relations=tuple(r for r in m.relations if r.id not in evaluation.spent)))
    for standing in (Standing.ACCEPTED, Standing.UNDECIDED):
        assert {s for s, found in evaluation.standings.items() if found is standing} == {
            s for s, found in rest.standings.items() if found is standing
        }


@given(m=maps())
def test_splitting_a_linked_step_changes_nothing(m: ArgumentMap) -> None:
    """A linked step means the same when all but its last premise first support a fresh statement.

    What is said to outweigh an attack that it is part of is none of it: it would be no part any more.
    """
    linked = [
        r for r in m.relations if r.is_step and len(set(r.premises)) > 1 and all(name in m for name in r.premises)
    ]
    linked = [r for r in linked if set(r.premises).isdisjoint(r.weightier)]
    linked = [r for r in linked if r.target in m and Kind.QUESTION not in {m[n].kind for n in (*r.premises, r.target)}]
    if linked:
        first = linked[0]
        *others, last = dict.fromkeys(first.premises)
        halves = [Relation.make("support", others, "fresh"), evolve(first, premises=("fresh", last))]
        relations = [r for r in m.relations if r is not first] + halves
        split = evolve(m, statements=(*m.statements, Statement("fresh", Kind.CLAIM, "")), relations=tuple(relations))
        after = labels(evaluate(split))
        del after["fresh"]
        assert after == labels(evaluate(m))


@given(m=maps() | trade_offs())
def test_saying_things_twice_changes_nothing(m: ArgumentMap) -> None:
    """Repeating every citation and every relation changes no label."""
    statements = tuple(evolve(s, citations=s.citations * 2) for s in m.statements)
    twice = evolve(m, statements=statements, relations=m.relations * 2)
    assert labels(evaluate(twice)) == labels(evaluate(m))


def renamed(m: ArgumentMap, suffix: str) -> ArgumentMap:
    """Put a suffix to every id of a map."""

    def named(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name + suffix for name in names)

    relations = tuple(
        evolve(
            r,
            id=r.id + suffix,
            premises=named(r.premises),
            target=r.target + suffix,
            outweighed_by=tuple(map(named, r.outweighed_by)),
        )
        for r in m.relations
    )
    statements = tuple(
        evolve(s, id=s.id + suffix, citations=tuple(evolve(c, id=c.id + suffix) for c in s.citations))
        for s in m.statements
    )
    return evolve(m, statements=statements, relations=relations)


@given(m=maps() | trade_offs())
def test_names_do_not_matter(m: ArgumentMap) -> None:
    """Renaming statements, relations and citations renames the labels."""
    before = labels(evaluate(m))
    assert labels(evaluate(renamed(m, "-2"))) == {f"{name}-2": label for name, label in before.items()}


@given(m=maps() | trade_offs(), other=maps() | trade_offs())
@examples(60)
def test_maps_side_by_side_do_not_bear_on_each_other(m: ArgumentMap, other: ArgumentMap) -> None:
    """Two maps in one say what each says alone."""
    other = renamed(other, "-2")
    both = evolve(m, statements=m.statements + other.statements, relations=m.relations + other.relations)
    assert labels(evaluate(both)) == {**labels(evaluate(m)), **labels(evaluate(other))}


@given(m=maps() | trade_offs(), random=st.randoms(use_true_random=False))
@examples(60)
def test_order_does_not_matter(m: ArgumentMap, random) -> None:
    """Labels do not depend on the order of statements and relations."""
    statements, relations = list(m.statements), list(m.relations)
    random.shuffle(statements)
    random.shuffle(relations)
    shuffled = evolve(m, statements=tuple(statements), relations=tuple(relations))
    assert labels(evaluate(shuffled)) == labels(evaluate(m))


@given(m=maps(standards=False) | trade_offs(standards=False))
def test_question_begging_steps_can_be_dropped(m: ArgumentMap) -> None:
    """Dropping every question-begging step changes no label but for what is contested, where no standard weighs them.

    A heavy one may leave what it rests on undecided: see W47.
    """
    evaluation = evaluate(m)
    begging = set(evaluation.question_begging)
    dropped = {r.id for r in m.relations if r.kind is RelationKind.SUPPORT and r.id in begging}
    without = evolve(m, relations=tuple(r for r in m.relations if r.id not in dropped))
    assert evaluate(without).standings == evaluation.standings
