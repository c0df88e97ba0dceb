"""Answering a question about a framework: the pipeline.

Grounded labels come first, in linear time; where a semantics respects them they answer at once, or what they settle is
taken away. Of the rest only that is looked at which can bear on the question: where the semantics is directional, what
attacks lead from to the argument; else what attacks join. Each part is solved apart, and the findings are put together.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from attrs import evolve

from argmap.collector import paused
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget, BudgetSpentError, Run
from argmap.frameworks.search.grounded import IN, OUT
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.divided import Divided, holding, lacking
from argmap.frameworks.solving.problem import Problem, Task

_ADVICE = "pip install 'argmap[sat]' brings the solver that is made for so many arguments"


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
        >>> solve(nixon, "EE-CO").extensions
        ((), ('q',), ('r',))
        >>> solve(nixon, "DC-CO", "q").extension
        ('q',)
        >>> str(solve(nixon, "DS-CO", "q").outcome)
        'no'
    """
    asked = Problem.of(problem)
    run = Run.within(budget or Budget())
    divided = Divided(framework, asked.semantics, run)
    answer = Answer(str(asked), argument if asked.task.about_argument else None, Outcome.UNDECIDED)
    if asked.task.about_argument and argument is None:
        raise TypeError(f"{asked} asks about an argument")
    try:
        with paused():
            if asked.task is Task.EE:
                answer = _each(divided, answer, most)
            elif argument is not None and asked.task.about_argument:
                answer = _ABOUT[asked.task](divided, answer, framework.index(argument))
            else:
                answer = _WHOLE[asked.task](divided, answer)
    except BudgetSpentError:
        answer = _undecided(divided, answer)
    cut = answer.outcome is Outcome.UNDECIDED or not answer.complete
    advice = _ADVICE if cut and run.slow else ""
    return evolve(answer, method=run.methods[-1] if run.methods else answer.method, advice=advice)


def _some(divided: Divided, answer: Answer) -> Answer:
    """Answer SE."""
    found = [] if divided.semantics.least else divided.one(divided.pieces)
    if found is None:
        return evolve(answer, outcome=Outcome.NONE)
    return evolve(answer, outcome=Outcome.FOUND, extension=_named(divided, found))


def _each(divided: Divided, answer: Answer, most: int | None) -> Answer:
    """Answer EE, as far as the budget goes, in the order of the framework, whichever solver finds them."""
    found: list[list[int]] = []
    iterator = divided.each()
    try:
        found.extend(map(sorted, islice(iterator, most)))
        whole = most is None or len(found) < most or next(iterator, None) is None
    except BudgetSpentError:
        whole = False
    named = tuple(map(divided.framework.names, sorted(found)))
    return evolve(answer, outcome=Outcome.LISTED, extensions=named, complete=whole)


def _count(divided: Divided, answer: Answer) -> Answer:
    """Answer CE."""
    return evolve(answer, outcome=Outcome.COUNTED, count=1 if divided.semantics.single else divided.count())


def _credulously(divided: Divided, answer: Answer, argument: int) -> Answer:
    """Answer DC."""
    label, semantics = divided.decided(argument), divided.semantics
    if label == IN:
        found = divided.doubtful()
    elif label == OUT or (semantics.least and semantics.single):
        found = None
    else:
        found = divided.showing(argument, holding)
    if found is None:
        return evolve(answer, outcome=Outcome.NO)
    return evolve(answer, outcome=Outcome.YES, extension=_named(divided, found))


def _sceptically(divided: Divided, answer: Answer, argument: int) -> Answer:
    """Answer DS."""
    label = divided.decided(argument)
    if label == IN:
        found = None
    elif label == OUT or divided.semantics.least:
        found = divided.doubtful()
    else:
        found = divided.showing(argument, lacking)
    if found is None:
        return evolve(answer, outcome=Outcome.YES, vacuous=_vacuous(divided))
    return evolve(answer, outcome=Outcome.NO, extension=_named(divided, found))


def _vacuous(divided: Divided) -> bool | None:
    """Return whether there is no extension at all; None where the budget ends before that is known."""
    try:
        return divided.doubtful() is None
    except BudgetSpentError:
        return None


def _named(divided: Divided, members: list[int]) -> tuple[str, ...]:
    """Return the names of what was found and of what is settled."""
    return divided.framework.names([*divided.settled, *members])


def _undecided(divided: Divided, answer: Answer) -> Answer:
    """Say what is known where the budget has ended."""
    names = divided.framework.names
    return evolve(answer, accepted=names(divided.labelled(IN)), rejected=names(divided.labelled(OUT)))


_WHOLE: dict[Task, Callable[[Divided, Answer], Answer]] = {Task.SE: _some, Task.CE: _count}
_ABOUT: dict[Task, Callable[[Divided, Answer, int], Answer]] = {Task.DC: _credulously, Task.DS: _sceptically}
