"""A map under the semantics of abstract frameworks: which statements hold in all extensions, in some, or in none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from attrs import field, frozen

from argmap.errors import UndecidedError
from argmap.evaluation.exports.export import Export, numbered
from argmap.frameworks import semantics
from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Budget
from argmap.frameworks.semantics import Semantics
from argmap.frameworks.solving.answer import Answer, Outcome
from argmap.frameworks.solving.solve import solve

_EMPTY = {"CF", "AD"}
"""The semantics that count the empty set among the extensions of every framework."""

_STABLE = "ST"
"""Not directional, but as nothing follows on what is added here, it is no worse for that."""


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

    Each question raises `UndecidedError` where its budget ends, and `UnknownNameError` where there is no such semantics
    or statement. Semantics go by their names in `argmap.frameworks.semantics`, such as ``preferred``, or by what
    problems call them, such as ``PR``.

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
        return self._answer(self.framework, f"EE-{name}").extensions or ()

    def count(self, name: str = "preferred") -> int:
        """Return the number of extensions."""
        return self._answer(self.framework, f"CE-{name}").count or 0

    def holds_in_some(self, statement: str, name: str = "preferred") -> bool:
        """Return whether a statement holds in some extension."""
        lines = self.export.concluding(statement)
        return any(self._answer(self.framework, f"DC-{name}", line).outcome is Outcome.YES for line in lines)

    def holds_in_all(self, statement: str, name: str = "preferred") -> bool:
        """Return whether a statement holds in every extension, by one line or another; true where there is none."""
        return self._in_all(statement, semantics.find(name)) is not Acceptance.NONE

    def labels(self, name: str = "preferred") -> Mapping[str, Acceptance]:
        """Return for every statement that is no question in how many extensions it holds."""
        declared = semantics.find(name)
        known = self._settled if declared.reducible and declared.certain else {}
        return {
            statement: known.get(statement) or self._acceptance(statement, declared)
            for statement in self.export.arguments_of
        }

    def _acceptance(self, statement: str, declared: Semantics) -> Acceptance:
        try:
            in_all = self._in_all(statement, declared)
            if in_all is not Acceptance.NONE:
                return in_all
            return Acceptance.SOME if self.holds_in_some(statement, declared.abbreviation) else Acceptance.NONE
        except UndecidedError:
            return Acceptance.UNDECIDED

    def _in_all(self, statement: str, declared: Semantics) -> Acceptance:
        """Tell whether a statement holds in all extensions: *all*, *none* for "not in all", or *no extension*."""
        lines, name = self.export.concluding(statement), declared.abbreviation
        if len(lines) == 1:
            return _in_all(self._answer(self.framework, f"DS-{name}", lines[0]))
        if not lines:
            exists = declared.certain or self._answer(self.framework, f"SE-{name}").outcome is Outcome.FOUND
            return Acceptance.NONE if exists else Acceptance.NO_EXTENSION
        if name in _EMPTY:
            return Acceptance.NONE
        if not declared.single and (declared.directional or name == _STABLE):
            framework, added = self._summed
            return _in_all(self._answer(framework, f"DS-{name}", added[statement]))
        found = self._answer(self.framework, f"EE-{name}").extensions or ()
        in_each = all(not set(lines).isdisjoint(extension) for extension in found)
        return Acceptance.ALL if in_each else Acceptance.NONE

    @cached_property
    def _settled(self) -> dict[str, Acceptance]:
        """Return what the grounded extension settles for all semantics that respect it."""
        framework = self.framework
        grounded = {framework.index_of[each] for each in self._answer(framework, "SE-GR").extension or ()}
        found = {}
        for statement, lines in self.export.arguments_of.items():
            numbers = [framework.index_of[line] for line in lines]
            if not grounded.isdisjoint(numbers):
                found[statement] = Acceptance.ALL
            elif all(not grounded.isdisjoint(framework.attackers[number]) for number in numbers):
                found[statement] = Acceptance.NONE
        return found

    @cached_property
    def _summed(self) -> tuple[Framework, dict[str, str]]:
        """Return the framework with an argument more that is accepted wherever a statement of several lines holds.

        Its one attacker is attacked by the lines. Both attack nothing else, so that what directional semantics say of
        the rest is what they said before.
        """
        framework = self.framework
        names, attackers = list(framework.arguments), list(framework.attackers)
        places: dict[str, int] = {}
        for statement, lines in self.export.arguments_of.items():
            if len(lines) > 1:
                attackers += [tuple(sorted(map(framework.index, lines))), (len(names),)]
                names += [f"not {statement}", f"sum of {statement}"]
                places[statement] = len(names) - 1
        names = numbered(names)
        return Framework(tuple(names), tuple(attackers)), {each: names[place] for each, place in places.items()}

    def _answer(self, framework: Framework, problem: str, argument: str | None = None) -> Answer:
        answer = solve(framework, problem, argument, self.budget)
        if answer.outcome is Outcome.UNDECIDED or not answer.complete:
            about = f" {answer.argument}" if answer.argument else ""
            raise UndecidedError(f"{answer.problem}{about}: {Outcome.UNDECIDED}")
        return answer


def _in_all(answer: Answer) -> Acceptance:
    """Read an answer to DS."""
    if answer.vacuous:
        return Acceptance.NO_EXTENSION
    return Acceptance.ALL if answer.outcome is Outcome.YES else Acceptance.NONE
