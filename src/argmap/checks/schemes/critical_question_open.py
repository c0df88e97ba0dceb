"""A critical question that nothing in the map addresses.

What it does:
    Reports the critical questions of the schemes of steps that are neither
    answered nor waived, that no undercut raises, and whose role no premise
    fills; and those whose answer is rejected or undecided. Where the map has
    recommendations, only steps that lead to one count. Steps alike are said
    once. It is a warning where all support for a recommendation runs through the
    step, and a note elsewhere. An open question changes no standing.

Why it matters:
    The critical questions of a scheme are where arguments of its kind usually
    fail. A reader will ask them; a map that says nothing looks as if its author
    had not.

Example:
    nodes:
      no-lead:
        claim: There is no lead in the water.
        because: [{reason: no-lead-found, scheme: absence-of-evidence}]
      no-lead-found: {assumption: The tests of June found no lead.}

Use instead:
    nodes:
      no-lead:
        claim: There is no lead in the water.
        because:
          - reason: no-lead-found
            scheme: absence-of-evidence
            answers: {would-find: test-finds-lead, searched: every-tap}
      no-lead-found: {assumption: The tests of June found no lead.}
      test-finds-lead: {assumption: The tests find a trace of lead.}
      every-tap: {assumption: Water from every public tap was tested.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import Use, failed_answers, open_questions, raised, told, uses
from argmap.flaws import Flaw
from argmap.graph import Step
from argmap.model.bearing import bearings
from argmap.model.findings import Severity
from argmap.wording import listed, quoted

_MOST = 6


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the critical questions that are open, those of steps alike once."""
    found = [use for use in _leading(analysis) if use.scheme.questions]
    if not found:
        return
    points, undercuts = _points(analysis), raised(analysis)
    alike: dict[tuple[str, bool, tuple[str, ...]], list[Use]] = {}
    for use in found:
        questions = open_questions(use, undercuts.get(use.relation.id, []))
        if questions:
            key = use.scheme.id, use.relation.id in points, tuple(question.id for question in questions)
            alike.setdefault(key, []).append(use)
        for question, names, place in failed_answers(use, analysis):
            answer = f"is answered by {listed(names)}, which {'is' if len(names) == 1 else 'are'} not accepted"
            message = f"the critical question {quoted(question)} of {told(use.relation)} {answer}"
            yield Flaw(message, place, use.relation.target, follows=names)
    for (_, is_point, asked), steps in alike.items():
        yield _flaw(steps, asked, is_point=is_point)


def _flaw(steps: list[Use], asked: tuple[str, ...], *, is_point: bool) -> Flaw:
    first = steps[0]
    known = first.scheme.question_of
    which = known[asked[0]].asks.removesuffix("?") if len(asked) == 1 else ""
    questions = (
        f"the critical question {asked[0]!r} ({which}?)" if which else f"the critical questions {listed(asked, _MOST)}"
    )
    runs = ", through which all support for a recommendation runs," if is_point else ""
    if len(steps) == 1:
        what = f"{told(first.relation)}{runs} leaves {questions} of {first.scheme.id!r} open"
    else:
        what = f"{len(steps):,} steps{runs} leave {questions} of {first.scheme.id!r} open, the first is here"
    message = f"{what}: answer under 'answers:', or say under 'waives:' why not"
    return Flaw(message, first.place, first.relation.target, severity=Severity.WARNING if is_point else None)


def _leading(analysis: Analysis) -> list[Use]:
    """Return the steps with a scheme; where there are recommendations, only those that lead to one."""
    found = list(uses(analysis))
    if not found or not analysis.map.recommendations:
        return found
    m = analysis.map
    bearing = bearings(m)
    starts: dict[str, set[str]] = {}
    for number, (target, _) in bearing.items():
        starts.setdefault(target, set()).update(m.relations[number].premises)
    reached = {statement.id for statement in m.recommendations}
    todo = list(reached)
    for name in todo:
        fresh = starts.get(name, set()) - reached
        reached |= fresh
        todo += fresh
    leads = {id(m.relations[number]): target in reached for number, (target, _) in bearing.items()}
    return [use for use in found if leads.get(id(use.relation))]


def _points(analysis: Analysis) -> frozenset[str]:
    """Return the ids of the steps without which some recommendation would have no support."""
    needs, index = analysis.evaluation.solution.needs, analysis.graph.index_of
    tops = [at for statement in analysis.map.recommendations if (at := index[statement.id]) in needs.ranks]
    if not tops:
        return frozenset()
    parts = needs.grounding.program.parts
    rules = needs.sole_lines(needs.all_needed(tops))
    return frozenset(part.relation.id for rule in rules if isinstance(part := parts[rule], Step))


CHECK = Check("AM603", Severity.NOTE, run=run)
