"""Judgements on what outweighs objections that presuppose what they decide, alone or several in a circle."""

from __future__ import annotations

from argmap.analysis import Analysis
from argmap.components import strong_components
from argmap.evaluation.labels import Standing
from argmap.graph import Step
from argmap.model.relations import Relation
from argmap.wording import quoted


def circles(analysis: Analysis) -> list[tuple[Step, ...]]:
    """Return the objections whose judgements go round in a circle, each circle in the order of the map.

    Either two costs of the same statement are each to be outweighed by the other; or each judgement waits for the next,
    as what it names as weightier stands only if that one holds.
    """
    judged = [step for step in analysis.graph.steps if step.outweighed_by]
    return [*_mutual(judged), *_waiting([step for step in judged if _is_open(step, analysis)], analysis)]


def presupposing(attack: Relation, analysis: Analysis) -> dict[str, list[str]]:
    """Return the statements that cannot outweigh an attack, by what keeps them from it."""
    found: dict[str, list[str]] = {}
    for name in attack.weightier:
        if name in attack.premises:
            found.setdefault("being part of it", []).append(name)
        elif name == attack.target:
            found.setdefault("being what it speaks against", []).append(name)
    needs, index_of = analysis.evaluation.solution.needs, analysis.graph.index_of
    ids, ends = analysis.graph.ids, {*attack.premises, attack.target}
    open_names = [
        index for name in attack.weightier if name not in ends and (index := index_of.get(name, -1)) in needs.ranks
    ]
    for end in dict.fromkeys((*attack.premises, attack.target)):
        if (other := index_of.get(end, -1)) in needs.ranks and open_names:
            circular = [ids[index] for index in sorted(needs.needing(other, open_names))]
            if circular:
                found[f"resting on {quoted(end)}"] = circular
    return found


def _mutual(judged: list[Step]) -> list[tuple[Step, ...]]:
    """Return the circles of costs of one statement that are to outweigh each other."""
    costs: dict[tuple[int, int], list[int]] = {}
    for at, step in enumerate(judged):
        for premise in step.premises:
            costs.setdefault((step.conclusion, premise), []).append(at)
    heavier = [
        [other for reason in step.outweighed_by for each in reason for other in costs.get((step.conclusion, each), ())]
        for step in judged
    ]
    found = strong_components(range(len(judged)), heavier)
    return [tuple(judged[at] for at in sorted(circle)) for circle in found if len(circle) > 1]


def _waiting(judged: list[Step], analysis: Analysis) -> list[tuple[Step, ...]]:
    """Return the circles of open judgements each of which waits for the next."""
    if len(judged) < 2:
        return []
    graph, standings = analysis.graph, analysis.evaluation.standings
    is_open = [standings.get(name) is Standing.UNDECIDED for name in graph.ids]
    waits = [
        [each for step in graph.supports_on[at] for each in step.premises if is_open[each]] if is_open[at] else []
        for at in range(len(graph.ids))
    ]
    for step in judged:
        waits[step.conclusion] += [each for reason in step.outweighed_by for each in reason if is_open[each]]
    circle_of = {
        at: number
        for number, circle in enumerate(strong_components((step.conclusion for step in judged), waits))
        for at in circle
    }
    found: dict[int, list[Step]] = {}
    for step in judged:
        circle = circle_of[step.conclusion]
        if any(circle_of.get(each) == circle for reason in step.outweighed_by for each in reason):
            found.setdefault(circle, []).append(step)
    return [tuple(steps) for steps in found.values() if len({step.conclusion for step in steps}) > 1]


def _is_open(step: Step, analysis: Analysis) -> bool:
    """Tell whether the target of a judged objection is undecided, and no reason that is to outweigh it stands."""
    ids, standings = analysis.graph.ids, analysis.evaluation.standings
    stand = (all(standings.get(ids[each]) is Standing.ACCEPTED for each in reason) for reason in step.outweighed_by)
    return standings.get(ids[step.conclusion]) is Standing.UNDECIDED and not any(stand)
