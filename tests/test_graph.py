"""Look-ups by position."""

from __future__ import annotations

from argmap.graph import AttackKind, Contradiction, Graph, ends
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap
from argmap.model.relations import Relation
from argmap.model.statements import Kind, Statement


def drawn(names: str, *relations: Relation) -> ArgumentMap:
    """Draw claims with one-letter names; A cites a source."""
    cited = {"A": (Citation("A@s1", "s1"),)}
    statements = (Statement(name, Kind.CLAIM, name, citations=cited.get(name, ())) for name in names)
    return ArgumentMap(statements=tuple(statements), relations=relations)


def test_steps_are_found_from_both_ends() -> None:
    """A step is listed with its conclusion and with each of its premises."""
    graph = Graph.of(drawn("ABC", Relation.make("support", ["A", "B"], "C"), Relation.make("attack", ["B"], "C")))
    support, attack = graph.steps
    assert (support.premises, support.conclusion, support.pro, attack.pro) == ((0, 1), 2, True, False)
    assert graph.supports_on == ((), (), (support,))
    assert graph.attacks_on == ((), (), (attack,))
    assert graph.steps_from == ((support,), (support, attack), ())
    assert (graph.ids, graph.index_of["C"]) == (("A", "B", "C"), 2)


def test_what_names_nothing_is_left_out() -> None:
    """Steps with an unknown or no premise, undercuts of nothing and contradictions of nothing are not in the graph."""
    graph = Graph.of(
        drawn(
            "AB",
            Relation.make("support", ["A", "X"], "B"),
            Relation.make("attack", ["A"], "X"),
            Relation.make("support", [], "B"),
            Relation.make("undercut", ["A"], "X -> B"),
            Relation.make("undercut", ["X"], "A@s1"),
            Relation.make("contradiction", ["A"], "X"),
        )
    )
    assert (graph.steps, graph.undercuts, graph.contradictions) == ((), (), ())


def test_an_undercut_may_strike_at_a_step_an_undercut_or_a_citation() -> None:
    """Undercuts are found by what they strike at."""
    step = Relation.make("support", ["A"], "B")
    first = Relation.make("undercut", ["B"], step.id)
    second = Relation.make("undercut", ["A"], first.id)
    third = Relation.make("undercut", ["B"], "A@s1")
    graph = Graph.of(drawn("AB", step, first, second, third))
    assert [u.relation for u in graph.undercuts] == [first, second, third]
    assert {target: [u.relation for u in found] for target, found in graph.undercuts_on.items()} == {
        step.id: [first],
        first.id: [second],
        "A@s1": [third],
    }


def test_more_than_two_exclude_each_other_pairwise() -> None:
    """A contradiction among three statements is three pairs."""
    relation = Relation.make("contradiction", ["A", "B"], "C")
    pairs = Graph.of(drawn("ABC", relation)).contradictions
    assert pairs == tuple(Contradiction(*ends, relation) for ends in ((0, 1), (0, 2), (1, 2)))


def test_a_premise_named_twice_counts_once() -> None:
    """Premises are a set in the author's order."""
    graph = Graph.of(drawn("AB", Relation("r", Relation.make("support", ["A"], "B").kind, ("A", "A"), "B")))
    assert graph.steps[0].premises == (0,)


def test_of_statements_with_one_id_the_last_counts() -> None:
    """A map with a repeated id has that statement once, as `ArgumentMap` has."""
    twice = ArgumentMap(statements=(Statement("A", Kind.CLAIM, "first"), Statement("A", Kind.CLAIM, "last")))
    assert [s.text for s in Graph.of(twice).statements] == ["last"] == [twice["A"].text]


def test_attacks_are_told_apart_by_what_they_strike_at() -> None:
    """An attack on a conclusion rebuts, one on a mere premise undermines, one on a step undercuts."""
    step = Relation.make("support", ["A"], "B")
    m = drawn(
        "ABC",
        step,
        Relation.make("attack", ["C"], "B"),
        Relation.make("attack", ["C"], "A"),
        Relation.make("undercut", ["C"], step.id),
    )
    graph = Graph.of(m)
    kinds = [graph.attack_kind(attack) for attack in (*graph.steps[1:], *graph.undercuts)]
    assert kinds == [AttackKind.REBUT, AttackKind.UNDERMINE, AttackKind.UNDERCUT]


def test_paths_end_where_nothing_follows():
    """Ends are found through shared and circular paths, each once, and no more than are asked for."""
    following = {0: [1, 2], 1: [3], 2: [3, 4], 3: [], 4: [2, 5], 5: [], 6: [7, 8, 9], 7: [], 8: [], 9: []}
    found = ends(following, most=9)
    assert (found[0], found[2], found[4]) == ((3, 5), (3, 5), (3, 5))
    assert ends(following, most=2)[6] == (7, 8)


def test_every_place_of_a_circle_has_the_ends_that_lead_out_of_it():
    """However a circle is entered, each place on it leads to all ends; one that nothing leads out of has none."""
    following = {0: [1, 2], 1: [0], 2: [], 3: [4], 4: [3], 5: [5]}
    assert ends(following, most=9) == {0: (2,), 1: (2,), 2: (2,), 3: (), 4: (), 5: ()}
