"""A map under the semantics of abstract frameworks: which statements hold in all extensions, in some, or in none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from argmap.errors import UndecidedError
from argmap.evaluation.exports.export import Export
from argmap.evaluation.exports.questions import Questions
from argmap.frameworks import semantics
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget
from argmap.frameworks.semantics import Semantics
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.solve import solve


class Acceptance(StrEnum):
    """In how many extensions a statement holds.

    In *all* is sceptical acceptance, in *some* (but not all) credulous acceptance. Where there is no extension, nothing
    is said of any statement, and where the budget ended, nothing is guessed.
    """

    ALL = "all"
    SOME = "some"
    NONE = "none"
    NO_EXTENSION = "no extension"
    UNDECIDED = "not decided within the budget"


@frozen(eq=False)
class MapFramework:
    """A map as an abstract framework, and what its semantics make of its statements.

    Each question but `ask` raises `UndecidedError` where its budget ends, and all raise `UnknownNameError` where there
    is no such semantics or statement. Semantics go by their names in `argmap.frameworks.semantics`, such as
    ``preferred``, or by what problems call them, such as ``PR``.

    Attributes:
        export: The framework, and what its arguments are in the map.
        budget: What may be spent on each question.

    Example:
        >>> import argmap
        >>> m = argmap.loads('''
        ... nodes:
        ...   quaker: {claim: Nixon is a pacifist., cite: church}
        ...   republican: {claim: Nixon is no pacifist., cite: party, contradicts: quaker}
        ...   public: {claim: Nixon is in public life., cite: party}
        ... ''')
        >>> nixon = argmap.af(m)
        >>> sorted(nixon.extensions("preferred"))
        [('quaker', 'public'), ('republican', 'public')]
        >>> nixon.holds_in_some("quaker"), nixon.holds_in_all("quaker"), nixon.count("complete")
        (True, False, 3)
        >>> {name: str(found) for name, found in nixon.labels("stable").items()}
        {'quaker': 'some', 'republican': 'some', 'public': 'all'}
    """

    export: Export
    budget: Budget = field(factory=Budget, repr=False)

    @property
    def framework(self) -> Framework:
        """Return the framework."""
        return self.export.framework

    def extensions(self, name: str = "preferred") -> tuple[tuple[str, ...], ...]:
        """Return the extensions, as arguments; `Export.holding` has the statements that hold in one."""
        return self._answer(f"EE-{name}").extensions or ()

    def count(self, name: str = "preferred") -> int:
        """Return the number of extensions."""
        return self._answer(f"CE-{name}").count or 0

    def ask(self, problem: str, statement: str) -> Answer:
        """Answer DC or DS about a statement, as `argmap.frameworks.solving.solve` does about an argument.

        Where the budget ends first, the answer says so. Its extension holds an argument for the statement, or for DS
        none of them.

        Args:
            problem: ``DC`` or ``DS`` and a semantics, such as ``DS-PR``.
            statement: Its id.

        Raises:
            UnknownNameError: There is no such task, semantics or statement.
            ValueError: The task does not ask about an argument.

        Example:
            >>> import argmap
            >>> nixon = argmap.af(argmap.loads('''
            ... nodes:
            ...   quaker: {claim: Nixon is a pacifist., cite: church, contradicts: republican}
            ...   republican: {claim: Nixon is no pacifist., cite: party}
            ...   public: {claim: Nixon is a public figure., because: [quaker, republican]}
            ... '''))
            >>> str(nixon.ask("DS-PR", "public").outcome), nixon.ask("DS-PR", "quaker").extension
            ('yes', ('republican',))
        """
        return self._questions.ask(problem, statement)

    def holds_in_some(self, statement: str, name: str = "preferred") -> bool:
        """Return whether a statement holds in some extension."""
        return self._about(f"DC-{name}", statement).outcome is Outcome.YES

    def holds_in_all(self, statement: str, name: str = "preferred") -> bool:
        """Return whether a statement holds in every extension, by one line or another; true where there is none."""
        return self._about(f"DS-{name}", statement).outcome is Outcome.YES

    def labels(self, name: str = "preferred") -> Mapping[str, Acceptance]:
        """Return for every statement that is no question in how many extensions it holds."""
        declared = semantics.find(name)
        known = self._settled if declared.reducible and declared.certain else {}
        return {
            statement: known.get(statement) or self._acceptance(statement, declared)
            for statement in self.export.arguments_of
        }

    def _acceptance(self, statement: str, declared: Semantics) -> Acceptance:
        name = declared.abbreviation
        try:
            in_all = self._about(f"DS-{name}", statement)
            if in_all.outcome is Outcome.YES:
                return Acceptance.NO_EXTENSION if in_all.vacuous else Acceptance.ALL
            return Acceptance.SOME if self.holds_in_some(statement, name) else Acceptance.NONE
        except UndecidedError:
            return Acceptance.UNDECIDED

    @cached_property
    def _settled(self) -> dict[str, Acceptance]:
        """Return what the grounded extension settles for all semantics that respect it."""
        framework = self.framework
        grounded = {framework.index_of[each] for each in self._answer("SE-GR").extension or ()}
        found = {}
        for statement, lines in self.export.arguments_of.items():
            numbers = [framework.index_of[line] for line in lines]
            if not grounded.isdisjoint(numbers):
                found[statement] = Acceptance.ALL
            elif all(not grounded.isdisjoint(framework.attackers[number]) for number in numbers):
                found[statement] = Acceptance.NONE
        return found

    @cached_property
    def _questions(self) -> Questions:
        return Questions(self.export, self.budget)

    def _about(self, problem: str, statement: str) -> Answer:
        return _decided(self.ask(problem, statement))

    def _answer(self, problem: str) -> Answer:
        return _decided(solve(self.framework, problem, budget=self.budget))


def _decided(answer: Answer) -> Answer:
    """Return an answer; raises `UndecidedError` where it is none, or not all of it."""
    if answer.outcome is Outcome.UNDECIDED or not answer.complete:
        about = f" {answer.argument}" if answer.argument else ""
        raise UndecidedError(f"{answer.problem}{about}: {Outcome.UNDECIDED}")
    return answer
