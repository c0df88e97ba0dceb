"""The work list: which source, premise, judgement or answered objection would change most in a map."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from heapq import heapify, heappop, heappush

from attrs import frozen

from argmap import formats
from argmap.analysis import Analysis
from argmap.evaluation.labels import Standing
from argmap.evaluation.program import Program
from argmap.evaluation.prospects.retraction import Flip
from argmap.evaluation.prospects.trials import Changes, Trials, strikes
from argmap.evaluation.weighing import Balance, balance
from argmap.graph import Contradiction, Undercut
from argmap.model.citations import Citation
from argmap.model.statements import Kind
from argmap.wording import counted, joined, linked, listed, quoted
from argmap.workflows.todo.leads import lead

_MOST_TRIALS = 200
_FEWEST_TRIALS = 10
_MOST_WORK = 1_000_000


class TaskKind(StrEnum):
    """What there is to do."""

    SOURCE = "source"
    SOURCES = "sources"
    PREMISE = "premise"
    ANSWER = "answer"
    WEIGH = "weigh"


@frozen
class Task:
    """One thing to do for a map, and what it would change.

    Attributes:
        kind: *source*: for a statement that nothing is offered for, or whose citation does not count; *sources*: for
            several that are needed together; *premise*: a source for a statement whose own reasons are incomplete;
            *answer*: to what speaks against something; *weigh*: whether what speaks for the first statement outweighs
            the others, which speak against it.
        statements: Ids of the statements to look into.
        what: What to do, in words.
        line: Where the first of them stands.
        changes: The statements whose standing would change: what it is, and what it would be.
        recommendations: Ids of the recommendations among them.
    """

    kind: TaskKind
    statements: tuple[str, ...]
    what: str
    line: int
    changes: dict[str, tuple[Standing, Standing]]
    recommendations: tuple[str, ...]

    def worth(self, done: Collection[str] = ()) -> tuple[float, float]:
        """Return how many recommendations and statements would fare better or worse, besides some, for each effort."""
        effort = len(self.statements) if self.kind is TaskKind.SOURCES else 1
        new = [flip.id for flip in self.flips if flip.id not in done]
        return sum(name in self.recommendations for name in new) / effort, len(new) / effort

    @property
    def gain(self) -> int:
        """Return how many statements would fare better, less those that would fare worse."""
        return sum(flip.is_gain - flip.is_loss for flip in self.flips)

    @cached_property
    def flips(self) -> tuple[Flip, ...]:
        """Return the statements that would fare better or worse."""
        changes = (Flip(name, before, after) for name, (before, after) in self.changes.items())
        return tuple(flip for flip in changes if flip.is_gain or flip.is_loss)

    def shared(self, other: Task) -> int:
        """Return how many statements would become what they would by another task."""
        return len(self.changes.items() & other.changes.items())

    @property
    def told(self) -> str:
        """Say what would change; of a judgement, if it is that what speaks for the statement weighs more."""
        return ("if so, " if self.kind is TaskKind.WEIGH else "") + "; ".join(
            _told(names, standing, self.recommendations)
            for standing in Standing
            if (names := [name for name, (_, after) in self.changes.items() if after is standing])
        )


def _told(names: Sequence[str], standing: Standing, recommendations: Sequence[str]) -> str:
    among = [name for name in names if name in recommendations]
    kind = "recommendation" if len(among) == 1 else "recommendations"
    which = f", the {kind} {listed(among)} among them" if among and len(names) > 1 else ""
    if len(names) == 1:
        return f"{'the recommendation ' if among else ''}{quoted(names[0])} would be {standing}"
    return f"{counted(len(names), 'statement')} would be {standing}{which}"


def tasks(analysis: Analysis) -> tuple[list[Task], bool]:
    """Find what there is to do for a map, and what each would change.

    The trials are as many as a map of this size allows, those that promise most first; each is exact. An answer or a
    judgement is only a task where it makes more stand than it fells, and nothing is one by which nothing would fare
    better or worse.

    Returns:
        The tasks, and whether everything was tried.
    """
    gaps, statements = analysis.evaluation.gaps, analysis.graph.statements
    solution = analysis.evaluation.solution
    lacking = [at for at in gaps.promising() if statements[at].kind is not Kind.RECOMMENDATION or at in gaps.roots]
    against = strikes(solution)
    most = max(_FEWEST_TRIALS, min(_MOST_TRIALS, _MOST_WORK // (len(solution.program.heads) + 1)))
    together = [roots for roots in gaps.sets(gaps.roots) if len(roots) > 1][:most]
    named = [*lacking[:most], *(root for roots in together for root in roots)]
    trials = analysis.evaluation.trials([*dict.fromkeys(named)])
    open_balances = [(at, sides) for at in range(len(statements)) if (sides := balance(solution, at))]
    judgements = (_weighing(analysis, trials, at, sides) for at, sides in open_balances[:most])
    answers = (_answer(analysis, trials, strike) for strike in against[:most])
    found = [
        *(task for task in (*filter(None, judgements), *answers) if task.gain > 0),
        *(_source(analysis, trials, at) for at in lacking[:most]),
        *(_sources(analysis, trials, roots) for roots in together),
    ]
    tried = max(len(lacking), len(against), len(open_balances)) <= most
    return [task for task in found if any(task.worth())], tried


def in_order(found: Iterable[tuple[str, Task]]) -> Iterator[tuple[str, Task]]:
    """Return the tasks of maps, each the one that changes most of what those before it do not change.

    Those that change nothing else are left out. As what is left to change only ever shrinks, a task is looked at again
    only when it comes first.
    """
    waiting = [(tuple(-each for each in task.worth()), at, name, task) for at, (name, task) in enumerate(found)]
    heapify(waiting)
    done: dict[str, set[str]] = {}
    while waiting:
        promised, at, name, task = heappop(waiting)
        worth = tuple(-each for each in task.worth(done.setdefault(name, set())))
        if worth != promised:
            heappush(waiting, (worth, at, name, task))
        elif any(worth):
            done[name].update(task.changes)
            yield name, task


def _source(analysis: Analysis, trials: Trials, at: int) -> Task:
    statement = analysis.graph.statements[at]
    if at in analysis.evaluation.gaps.roots:
        kind, what = TaskKind.SOURCE, lead(analysis, [at], ()).wanted
    else:
        kind, what = TaskKind.PREMISE, f"a source for the {statement.kind} {quoted(statement.id)} itself"
    return _task(analysis, kind, [at], what, trials.with_ground([at]))


def _sources(analysis: Analysis, trials: Trials, roots: Sequence[int]) -> Task:
    return _task(analysis, TaskKind.SOURCES, roots, lead(analysis, roots, ()).wanted, trials.with_ground(roots))


def _answer(analysis: Analysis, trials: Trials, strike: int) -> Task:
    program = analysis.evaluation.solution.program
    statements, part = program.graph.statements, program.parts[strike]
    against = list(program.positive[strike])
    struck = program.struck.get(program.heads[strike])
    whom = quoted(part.target if isinstance(part, Undercut) else statements[struck or 0].id)
    if isinstance(part, Citation):
        what = f"an answer to what {quoted(part.source)} says against {whom}"
    else:
        does = {Undercut: "undercuts", Contradiction: "contradicts"}.get(type(part), "attacks")
        what = f"an answer to {linked([statements[at].id for at in against])}, which {does} {whom}"
    return _task(analysis, TaskKind.ANSWER, against or [struck or 0], what, trials.without(strike))


def _weighing(analysis: Analysis, trials: Trials, at: int, found: Balance) -> Task | None:
    """Return the judgement on a statement that is to be weighed; None where there is nothing to be judged.

    A citation that stands against it by itself cannot be outweighed, and nothing outweighs what it is part of.
    """
    program = analysis.evaluation.solution.program
    costs = [tuple(program.positive[con]) for con in found.cons]
    part = {premise for cost in costs for premise in cost}
    reasons = [pro for pro in found.pros if part.isdisjoint(program.positive[pro])]
    if not all(costs) or not reasons:
        return None
    pros = " or ".join(_side(program, pro) for pro in reasons)
    cons = joined([_side(program, con) for con in found.cons])
    what = f"a judgement whether {pros} outweighs {cons} ({formats.advice(analysis.map).outweigh})"
    about = [at, *dict.fromkeys(premise for cost in costs for premise in cost)]
    return _task(analysis, TaskKind.WEIGH, about, what, trials.without(*found.cons))


def _side(program: Program, rule: int) -> str:
    """Name what speaks for or against a statement."""
    part = program.parts[rule]
    if isinstance(part, Citation):
        return f"a citation of {quoted(part.source)}"
    return linked([program.name(premise) for premise in program.positive[rule]]) or "its being assumed"


def _task(analysis: Analysis, kind: TaskKind, about: Sequence[int], what: str, changes: Changes) -> Task:
    statements, origin = analysis.graph.statements, analysis.map.origin
    span = statements[about[0]].span
    return Task(
        kind,
        tuple(statements[at].id for at in about),
        what,
        origin.lines.position(span.start).line if origin and span else 1,
        {statements[at].id: change for at, change in changes.items()},
        tuple(statements[at].id for at in changes if statements[at].kind is Kind.RECOMMENDATION),
    )
