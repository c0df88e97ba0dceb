"""What is made of weighing: judgements proposed as work, and judgements that go round in a circle."""

from __future__ import annotations

from itertools import product

from attrs import evolve
from hypothesis import event, given

from argmap.analysis import Analysis, analyse
from argmap.checks.relations import circular_weighing
from argmap.evaluation.labels import Standing
from argmap.graph import Step
from argmap.model.document import ArgumentMap
from argmap.workflows.todo.worklist import TaskKind, tasks

from .drawn import maps, trade_offs


@given(trade_offs() | maps())
def test_what_a_judgement_would_change_is_what_it_changes(m: ArgumentMap) -> None:
    """Once a reason that stands is said to outweigh each cost, the standings that were foretold are the true ones."""
    analysis = analyse(m)
    for task in tasks(analysis)[0]:
        if task.kind is not TaskKind.WEIGH:
            continue
        sides = analysis.evaluation[task.statements[0]].to_weigh
        costs = {name for r in m.relations if r.id in sides.cons for name in r.premises}
        pros = [r.premises for r in m.relations if r.id in sides.pros and costs.isdisjoint(r.premises)]
        if not pros:
            continue
        event("judged")
        judged = [
            evolve(r, outweighed_by=(*r.outweighed_by, pros[0])) if r.id in sides.cons else r for r in m.relations
        ]
        after = analyse(evolve(m, relations=tuple(judged))).evaluation.standings
        before = analysis.evaluation.standings
        assert task.changes == {name: (old, after[name]) for name, old in before.items() if after[name] is not old}


@given(trade_offs() | maps())
def test_circles_of_judgements_are_those_that_a_search_by_hand_finds(m: ArgumentMap) -> None:
    """A circle is told where one is: costs that outweigh each other, or open judgements that wait for one another."""
    analysis = analyse(m)
    found = [flaw for flaw in circular_weighing.run(analysis) if flaw.message.startswith("judgements go")]
    circular = outweigh_each_other(analysis) or wait_for_each_other(analysis)
    event(f"circular: {circular}")
    assert bool(found) == circular


def judgements(analysis: Analysis) -> list[tuple[Step, set[int]]]:
    """Return the objections with a judgement, and the statements that are to outweigh them."""
    steps = [step for step in analysis.graph.steps if step.outweighed_by]
    return [(step, {each for reason in step.outweighed_by for each in reason}) for step in steps]


def closure(pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return what can be reached from what, in one step or more."""
    while more := {(a, d) for (a, b), (c, d) in product(pairs, pairs) if b == c} - pairs:
        pairs |= more
    return pairs


def outweigh_each_other(analysis: Analysis) -> bool:
    """Tell whether costs of one statement are to outweigh each other."""
    judged = list(enumerate(judgements(analysis)))
    heavier = {
        (i, j)
        for (i, (one, weights)), (j, (other, _)) in product(judged, judged)
        if one.conclusion == other.conclusion and weights & set(other.premises)
    }
    reach = closure(heavier)
    return any(i != j and (j, i) in reach for i, j in reach)


def wait_for_each_other(analysis: Analysis) -> bool:
    """Tell whether open judgements on objections to different statements wait for one another."""
    graph, standings = analysis.graph, analysis.evaluation.standings
    standing = [standings.get(name) for name in graph.ids]
    unsettled = {at for at, each in enumerate(standing) if each is Standing.UNDECIDED}
    waiting = [
        (step, weights & unsettled)
        for step, weights in judgements(analysis)
        if step.conclusion in unsettled
        and not any(all(standing[each] is Standing.ACCEPTED for each in reason) for reason in step.outweighed_by)
    ]
    pairs = {(s.conclusion, p) for s in graph.steps if s.pro and s.conclusion in unsettled for p in s.premises}
    pairs |= {(step.conclusion, each) for step, weights in waiting for each in weights}
    reach = closure({(a, b) for a, b in pairs if b in unsettled})
    inside = {
        step.conclusion
        for step, weights in waiting
        if any(each == step.conclusion or (each, step.conclusion) in reach for each in weights)
    }
    return any(a != b and {(a, b), (b, a)} <= reach for a, b in product(inside, inside))
