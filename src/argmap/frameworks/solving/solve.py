"""Answering a question about a framework: the pipeline.

Grounded labels come first, in linear time; where a semantics respects them they answer at once, or what they settle is
taken away. Of the rest only that is looked at which can bear on the question: where the semantics is directional, what
attacks lead from to the argument; else what attacks join. Each part is solved apart, and the findings are put together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from attrs import evolve

from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget, BudgetSpentError, Run
from argmap.frameworks.search.grounded import IN, OUT, UNDECIDED
from argmap.frameworks.search.part import Part
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.divided import Divided, holding, lacking
from argmap.frameworks.solving.problem import Problem, Task


def solve(
    framework: Framework,
    problem: str,
    argument: str | None = None,
    budget: Budget | None = None,
    most: int | None = None,
) -> Answer:
    """Answer a question about a framework.

    Args:
        framework: The framework.
        problem: A task and a semantics, such as ``DS-PR``: see `argmap.frameworks.solving.problem`.
        argument: The argument that DC and DS ask about.
        budget: What may be spent; no bound where that is None.
        most: The number of extensions after which EE ends; no bound where that is None.

    Raises:
        UnknownNameError: There is no such task, semantics or argument.
        TypeError: DC or DS without an argument.

    Example:
        >>> nixon = Framework.of("qr", [("q", "r"), ("r", "q")])
        >>> sorted(solve(nixon, "EE-CO").extensions)
        [(), ('q',), ('r',)]
        >>> solve(nixon, "DC-CO", "q").extension
        ('q',)
        >>> str(solve(nixon, "DS-CO", "q").outcome)
        'no'
    """
    asked = Problem.of(problem)
    run = Run.within(budget or Budget())
    divided = Divided(framework, asked.semantics, run)
    answer = Answer(str(asked), None, Outcome.UNDECIDED)
    try:
        if asked.task.about_argument:
            if argument is None:
                raise TypeError(f"{asked} asks about an argument")
            answer = evolve(answer, argument=argument)
            about = _credulously if asked.task is Task.DC else _sceptically
            answer = about(divided, framework.index(argument), answer)
        else:
            answer = _WHOLE[asked.task](divided, answer, most)
    except BudgetSpentError:
        answer = _undecided(divided, answer)
    return evolve(answer, method=run.methods[-1] if run.methods else answer.method)


def _some(divided: Divided, answer: Answer, most: int | None) -> Answer:
    """Answer SE."""
    del most
    found = divided.one(divided.parts())
    if found is None:
        return evolve(answer, outcome=Outcome.NONE)
    return evolve(answer, outcome=Outcome.FOUND, extension=_named(divided, found))


def _each(divided: Divided, answer: Answer, most: int | None) -> Answer:
    """Answer EE, as far as the budget goes."""
    found: list[tuple[str, ...]] = []
    whole = True
    iterator: Iterator[list[int]] = divided.each()
    try:
        found.extend(map(divided.framework.names, islice(iterator, most)))
        whole = most is None or len(found) < most or next(iterator, None) is None
    except BudgetSpentError:
        whole = False
    return evolve(answer, outcome=Outcome.LISTED, extensions=tuple(found), complete=whole)


def _count(divided: Divided, answer: Answer, most: int | None) -> Answer:
    """Answer CE."""
    del most
    return evolve(answer, outcome=Outcome.COUNTED, count=divided.count())


def _credulously(divided: Divided, argument: int, answer: Answer) -> Answer:
    """Answer DC."""
    label = divided.labels[argument] if divided.semantics.reducible else UNDECIDED
    if label == OUT:
        return evolve(answer, outcome=Outcome.NO)
    if label == IN:
        found = [] if divided.semantics.certain else divided.one(divided.parts())
    else:
        (part, kept), place, others = divided.part_of(argument)
        members = holding(divided.semantics, part, place)
        rest = None if members is None else _rest(divided, others)
        found = None if rest is None or members is None else [*rest, *(kept[index] for index in members)]
    if found is None:
        return evolve(answer, outcome=Outcome.NO)
    return evolve(answer, outcome=Outcome.YES, extension=_named(divided, found))


def _sceptically(divided: Divided, argument: int, answer: Answer) -> Answer:
    """Answer DS."""
    label = divided.labels[argument] if divided.semantics.reducible else UNDECIDED
    if label != UNDECIDED:
        found = [] if divided.semantics.certain else divided.one(divided.parts())
        if found is None or label == IN:
            return evolve(answer, outcome=Outcome.YES, vacuous=found is None)
        return evolve(answer, outcome=Outcome.NO, extension=_named(divided, found))
    (part, kept), place, others = divided.part_of(argument)
    rest = _rest(divided, others)
    members = None if rest is None else lacking(divided.semantics, part, place)
    if rest is not None and members is not None:
        found = [*rest, *(kept[index] for index in members)]
        return evolve(answer, outcome=Outcome.NO, extension=_named(divided, found))
    vacuous = not divided.semantics.certain and (rest is None or divided.one([(part, kept)]) is None)
    return evolve(answer, outcome=Outcome.YES, vacuous=vacuous)


_WHOLE: dict[Task, Callable[[Divided, Answer, int | None], Answer]] = {Task.SE: _some, Task.EE: _each, Task.CE: _count}


def _rest(divided: Divided, others: list[tuple[Part, list[int]]]) -> list[int] | None:
    """Return extensions of the other parts, where the answer hangs on whether they have any."""
    return [] if divided.semantics.certain else divided.one(others)


def _named(divided: Divided, members: list[int]) -> tuple[str, ...]:
    """Return the names of what was found and of what is settled."""
    return divided.framework.names([*divided.settled, *members])


def _undecided(divided: Divided, answer: Answer) -> Answer:
    """Say what is known where the budget has ended."""
    names = divided.framework.names
    accepted, rejected = ([i for i, label in enumerate(divided.labels) if label == wanted] for wanted in (IN, OUT))
    return evolve(answer, accepted=names(accepted), rejected=names(rejected))
