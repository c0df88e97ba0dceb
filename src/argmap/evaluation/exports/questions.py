"""Questions about a statement of a map: whether it holds in some extension (DC), or in all of them (DS).

A statement holds in an extension that has an argument for it, whichever. Where there are several, no question about one
of them answers: C may be in all extensions, by A in some and by B in the rest.
"""

from __future__ import annotations

import time
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.evaluation.exports.export import Export, numbered
from argmap.frameworks.certificate import Certificate, certify
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.problem import Problem, Task
from argmap.frameworks.solving.solve import solve
from argmap.wording import quoted

_EMPTY = {"CF", "AD"}
"""The semantics that count the empty set among the extensions of every framework."""

_STABLE = "ST"
"""Not directional, but as nothing follows on what is added here, it is no worse for that."""


@frozen(eq=False)
class Questions:
    """Questions about the statements of a map, each within a budget.

    Attributes:
        export: The framework, and what its arguments are in the map.
        budget: What may be spent on each question.
    """

    export: Export
    budget: Budget = field(factory=Budget, repr=False)

    def ask(self, problem: str, statement: str) -> Answer:
        """Answer DC or DS about a statement.

        The extension of the answer holds an argument for the statement, or for DS none of them. What is unsupported has
        no argument, and is in no extension.

        Raises:
            UnknownNameError: There is no such task, semantics or statement.
            ValueError: The task is not about an argument.
        """
        asked, lines = Problem.of(problem), self.export.concluding(statement)
        if not asked.task.about_argument:
            raise ValueError(f"{asked} does not ask about a statement")
        semantics = asked.semantics
        if len(lines) == 1:
            answer = self._solve(str(asked), lines[0])
        elif not lines or semantics.single:
            answer = self._in_one(asked, lines)
        elif semantics.directional or semantics.abbreviation == _STABLE:
            answer = self._of_sum(asked, statement)
        elif asked.task is Task.DC:
            answer = self._by_some(asked, lines)
        else:
            answer = self._lacking(asked, lines)
        return evolve(answer, problem=str(asked), argument=statement)

    def certify(self, answer: Answer) -> Certificate:
        """Check the answer about a statement by other code than found it."""
        lines = self.export.concluding(answer.argument or "")
        asked = Problem.of(answer.problem)
        if not lines and asked.task is Task.DS:
            outcome = Outcome.NONE if answer.vacuous else Outcome.FOUND
            some = evolve(answer, problem=f"SE-{asked.semantics.abbreviation}", argument=None, outcome=outcome)
            return certify(self.export.framework, some)
        if not lines:
            return Certificate()
        if asked.task is Task.DC and answer.outcome is Outcome.YES:
            lines = tuple(line for line in lines if line in (answer.extension or ()))[:1] or lines[:1]
        shown = [certify(self.export.framework, evolve(answer, argument=line)) for line in lines]
        if len(shown) == 1:
            return shown[0]
        certain = answer.outcome is Outcome.YES and not answer.vacuous
        if certain and any(not each.wrongs and not each.unshown for each in shown):
            return Certificate()
        wrongs = () if certain else tuple(dict.fromkeys(wrong for each in shown for wrong in each.wrongs))
        unshown = next((each.unshown for each in shown if each.unshown), "")
        is_general = certain or (unshown and answer.extension is None and not answer.vacuous)
        return Certificate(wrongs, _unshown(asked, answer) if is_general else unshown)

    def _solve(self, problem: str, argument: str | None = None, budget: Budget | None = None) -> Answer:
        return solve(self.export.framework, problem, argument, budget or self.budget)

    def _in_one(self, asked: Problem, lines: tuple[str, ...]) -> Answer:
        """Answer from one extension, as there is no other, or as the statement is in none."""
        answer = self._solve(f"SE-{asked.semantics.abbreviation}")
        if answer.outcome is Outcome.UNDECIDED:
            return answer if lines or asked.task is Task.DS else evolve(answer, outcome=Outcome.NO)
        if answer.outcome is Outcome.NONE:
            vacuous = asked.task is Task.DS
            return evolve(answer, outcome=Outcome.YES if vacuous else Outcome.NO, vacuous=vacuous)
        is_in = not set(lines).isdisjoint(answer.extension or ())
        shows = is_in is (asked.task is Task.DC)
        return evolve(
            answer, outcome=Outcome.YES if is_in else Outcome.NO, extension=answer.extension if shows else None
        )

    def _of_sum(self, asked: Problem, statement: str) -> Answer:
        """Ask about an argument that is accepted wherever the statement holds, and leave out what was added for it."""
        framework, added = self._summed
        answer = solve(framework, str(asked), added[statement], self.budget)
        names = self.export.framework.arguments

        def kept(members: tuple[str, ...]) -> tuple[str, ...]:
            places = map(framework.index, members)
            return tuple(names[place] for place in places if place < len(names))

        extension = None if answer.extension is None else kept(answer.extension)
        return evolve(answer, extension=extension, accepted=kept(answer.accepted), rejected=kept(answer.rejected))

    def _by_some(self, asked: Problem, lines: tuple[str, ...]) -> Answer:
        """Ask of one argument after the other whether it is in some extension."""
        ends = None if self.budget.seconds is None else time.monotonic() + self.budget.seconds
        undecided = None
        for line in lines:
            left = self.budget if ends is None else evolve(self.budget, seconds=max(0.0, ends - time.monotonic()))
            answer = self._solve(str(asked), line, left)
            if answer.outcome is Outcome.YES:
                return answer
            if answer.outcome is Outcome.UNDECIDED:
                undecided = answer
        return undecided or answer

    def _lacking(self, asked: Problem, lines: tuple[str, ...]) -> Answer:
        """Go through the extensions for one without any of the arguments."""
        if asked.semantics.abbreviation in _EMPTY:
            return Answer(str(asked), None, Outcome.NO, extension=())
        listed = self._solve(f"EE-{asked.semantics.abbreviation}")
        found = listed.extensions or ()
        lacking = next((each for each in found if set(lines).isdisjoint(each)), None)
        answer = evolve(listed, extensions=None, extension=lacking, complete=True)
        if lacking is not None:
            return evolve(answer, outcome=Outcome.NO)
        if listed.complete:
            return evolve(answer, outcome=Outcome.YES, vacuous=not found)
        settled = self._solve("SE-GR").extension or ()
        framework = self.export.framework
        struck = {at for name in settled for at in framework.attacked[framework.index(name)]}
        return evolve(answer, outcome=Outcome.UNDECIDED, accepted=settled, rejected=framework.names(struck))

    @cached_property
    def _summed(self) -> tuple[Framework, dict[str, str]]:
        """Return the framework with an argument more that is accepted wherever a statement of several lines holds.

        Its one attacker is attacked by the lines. Both attack nothing else, so that what directional semantics say of
        the rest is what they said before.
        """
        framework = self.export.framework
        names, attackers = list(framework.arguments), list(framework.attackers)
        places: dict[str, int] = {}
        for statement, lines in self.export.arguments_of.items():
            if len(lines) > 1:
                attackers += [tuple(sorted(map(framework.index, lines))), (len(names),)]
                names += [f"not {statement}", f"sum of {statement}"]
                places[statement] = len(names) - 1
        names = numbered(names)
        return Framework(tuple(names), tuple(attackers)), {each: names[place] for each, place in places.items()}


def _unshown(asked: Problem, answer: Answer) -> str:
    """Say what no certificate shows of a statement."""
    every = "every" if answer.outcome is Outcome.YES else "no"
    return f"that {every} {asked.semantics.abbreviation} extension holds {quoted(answer.argument or '')}"
