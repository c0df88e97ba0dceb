"""The solver of clauses in pure Python: propagation, and learning from each conflict (Marques-Silva & Sakallah 1999).

It is made for a few dozen undecided arguments. It is right about more of them, too, only slow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from argmap.frameworks.search.budget import Run
from argmap.frameworks.search.solver import Solver

_OFTEN = 64
_DECAY = 1.05


class Propagation(Solver):
    """Clauses, each watched at two of its literals; values in the order in which they were given (the trail)."""

    name = "search"

    def __init__(self, run: Run) -> None:
        """Begin without variables and clauses."""
        self._run = run
        self._possible = True
        self._watched: defaultdict[int, list[list[int]]] = defaultdict(list)
        self._value: dict[int, bool] = {}
        self._trail: list[int] = []
        self._levels: list[int] = []
        self._done = 0
        self._level: dict[int, int] = {}
        self._reason: dict[int, list[int] | None] = {}
        self._phase: list[bool] = [False]
        self._weight: list[float] = [0.0]
        self._step = 1.0
        self._order: list[tuple[float, int]] = []
        self._steps = 0

    def declare(self, last: int) -> None:
        """Take note of the variables up to the last."""
        for variable in range(len(self._phase), last + 1):
            self._phase.append(False)
            self._weight.append(0.0)
            heappush(self._order, (0.0, variable))

    def prefer(self, literals: Iterable[int]) -> None:
        """Ask that these be tried first, where there is a choice."""
        for literal in literals:
            self._phase[abs(literal)] = literal > 0

    def true_among(self, variables: range) -> list[int]:
        """Return the places in a range of those variables that are true, rising."""
        return [place for place, variable in enumerate(variables) if self._value.get(variable)]

    def add(self, clause: Sequence[int]) -> None:
        """Add a clause."""
        self._back_to(0)
        if any(self._value.get(literal) for literal in clause):
            return
        open_ones = [literal for literal in dict.fromkeys(clause) if literal not in self._value]
        if any(-literal in open_ones for literal in open_ones):
            return
        if not open_ones:
            self._possible = False
        elif len(open_ones) == 1:
            self._set(open_ones[0], None)
        else:
            self._watch(open_ones)

    def solve(self, assumptions: Sequence[int] = ()) -> bool:
        """Look for values that make all clauses true, and the assumptions."""
        self._back_to(0)
        while self._possible:
            self._tick()
            conflict = self._propagate()
            if conflict is not None:
                self._run.spend(1)
                self._learn(conflict)
                continue
            decision = self._decision(assumptions)
            if decision is None:
                return True
            if self._value.get(decision) is False:
                return False
            self._levels.append(len(self._trail))
            if decision not in self._value:
                self._set(decision, None)
        return False

    def _tick(self) -> None:
        """Look at the clock now and then."""
        self._steps += 1
        if self._steps % _OFTEN == 0:
            self._run.check()

    def _decision(self, assumptions: Sequence[int]) -> int | None:
        """Return the literal to try next, an assumption first; None where every variable has a value."""
        if len(self._levels) < len(assumptions):
            return assumptions[len(self._levels)]
        while self._order:
            variable = heappop(self._order)[1]
            if variable not in self._value:
                return variable if self._phase[variable] else -variable
        return None

    def _watch(self, clause: list[int]) -> None:
        """Watch a clause at its first two literals."""
        self._watched[clause[0]].append(clause)
        self._watched[clause[1]].append(clause)

    def _set(self, literal: int, reason: list[int] | None) -> None:
        """Make a literal true."""
        self._value[literal], self._value[-literal] = True, False
        self._level[abs(literal)] = len(self._levels)
        self._reason[abs(literal)] = reason
        self._trail.append(literal)

    def _back_to(self, level: int) -> None:
        """Take back the values given since a level."""
        if len(self._levels) <= level:
            return
        start = self._levels[level]
        for literal in self._trail[start:]:
            variable = abs(literal)
            del self._value[literal], self._value[-literal]
            heappush(self._order, (-self._weight[variable], variable))
        del self._trail[start:], self._levels[level:]
        self._done = start

    def _propagate(self) -> list[int] | None:
        """Draw every consequence; return a clause that is false, if one is."""
        value = self._value
        while self._done < len(self._trail):
            false = -self._trail[self._done]
            self._done += 1
            clauses = self._watched[false]
            kept = self._watched[false] = []
            for place, clause in enumerate(clauses):
                if clause[0] == false:
                    clause[0], clause[1] = clause[1], false
                first = clause[0]
                if value.get(first) or not self._watch_another(clause):
                    kept.append(clause)
                    if value.get(first) is False:
                        kept.extend(clauses[place + 1 :])
                        return clause
                    if first not in value:
                        self._set(first, clause)
        return None

    def _watch_another(self, clause: list[int]) -> bool:
        """Watch a clause at another literal than the second, which is false, if it has one that is not."""
        for place in range(2, len(clause)):
            literal = clause[place]
            if self._value.get(literal) is not False:
                clause[1], clause[place] = literal, clause[1]
                self._watched[literal].append(clause)
                return True
        return False

    def _learn(self, conflict: list[int]) -> None:
        """Learn from a false clause what was wrong with the last decision, and go back to where that shows."""
        if not self._levels:
            self._possible = False
            return
        learned = self._first_unique_cause(conflict)
        self._step *= _DECAY
        if self._step > 1e100:
            self._scale()
        if len(learned) == 1:
            self._back_to(0)
            self._set(learned[0], None)
            return
        latest = max(range(1, len(learned)), key=lambda place: self._level[abs(learned[place])])
        learned[1], learned[latest] = learned[latest], learned[1]
        self._back_to(self._level[abs(learned[1])])
        self._watch(learned)
        self._set(learned[0], learned)

    def _first_unique_cause(self, conflict: list[int]) -> list[int]:
        """Resolve a false clause until one literal of the last level is left; return the clause, that literal first."""
        level, seen, learned, pending = len(self._levels), set[int](), [0], 0
        place, clause = len(self._trail), conflict
        while True:
            for literal in clause:
                variable = abs(literal)
                if variable in seen or not self._level[variable] or self._value[literal]:
                    continue
                seen.add(variable)
                self._weight[variable] += self._step
                if self._level[variable] == level:
                    pending += 1
                else:
                    learned.append(literal)
            place -= 1
            while abs(self._trail[place]) not in seen:
                place -= 1
            pending -= 1
            literal = self._trail[place]
            if not pending:
                learned[0] = -literal
                return learned
            clause = self._reason[abs(literal)] or []

    def _scale(self) -> None:
        """Keep weights within what a number can hold."""
        self._weight = [weight / self._step for weight in self._weight]
        self._order = [(-self._weight[variable], variable) for _, variable in self._order]
        heapify(self._order)
        self._step = 1.0
