"""Gaps: where support is missing in the first place, and what sources there would support. Objections are left aside.

A *root* is an unsupported statement that waits for no other: nothing is offered for it, what it cites does not count,
or it is the first of a circle. Every other unsupported statement waits for roots.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from heapq import heapify, heappop, heappush

from attrs import define, field, frozen

from argmap.evaluation.solution import Solution
from argmap.graph import ends
from argmap.model.citations import Citation
from argmap.model.statements import Kind

MOST_ROOTS = 4
"""How many roots of a statement are told, and how many sources at most a lead asks for."""
_MOST_WORK = 200_000
_MOST_CANDIDATES = 1_000

_Worth = tuple[float, float, int]


@frozen
class Lead:
    """Some roots, and what sources for all of them would support.

    Attributes:
        roots: The roots, in the order of the map.
        supports: The statements that would be supported and are not, the roots included, in the order of the map.
    """

    roots: tuple[int, ...]
    supports: tuple[int, ...]


@frozen
class Plan:
    """Which sources to look for, the most valuable first.

    Attributes:
        leads: Each with what it adds to those before it.
        rest: The roots in none of them. A source for one of these alone would support nothing else, if it is finished.
        finished: Whether every root was looked at, alone and with those that it is needed with.
    """

    leads: tuple[Lead, ...]
    rest: tuple[int, ...]
    finished: bool


@frozen(eq=False)
class Gaps:
    """What the unsupported statements of a solution wait for.

    Attributes:
        solution: How the statements are supported.
    """

    solution: Solution = field(repr=False)

    @cached_property
    def waits(self) -> Mapping[int, tuple[int, ...]]:
        """Return the roots that each unsupported statement waits for, at most one more than `MOST_ROOTS`.

        With sources for all of them it would be supported, unless a circle is among its premises.
        """
        solution = self.solution
        firsts = {member: loop[0] for loop in solution.circles.loops for member in self._held_up_by(loop)}
        return ends({s: self._waits_for(s, firsts) for s in self._unsupported}, MOST_ROOTS + 1)

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """Return the roots, in the order of the map."""
        return tuple(s for s in self._unsupported if self.waits[s] == (s,))

    def is_discounted(self, statement: int) -> bool:
        """Tell whether a statement cites something for it that does not count."""
        program, honours = self.solution.program, self.solution.honours
        return any(
            isinstance(program.parts[rule], Citation) and not honours(rule) for rule in program.rules_for[statement]
        )

    def supported_by(self, statements: Iterable[int]) -> tuple[int, ...]:
        """Return what would be supported if some unsupported statements were, these included, in the order of the map.

        Unit propagation (Dowling & Gallier 1984), as far as it reaches beyond what is supported already.
        """
        return tuple(sorted(_Spread(self.solution).found(statements)[0]))

    def promising(self) -> list[int]:
        """Return the unsupported statements, those first that would support most if they had a source themselves.

        The work is capped; statements that were not looked at come last, in the order of the map.
        """
        spread, statements = _Spread(self.solution), self.solution.program.graph.statements
        worth: dict[int, tuple[int, int]] = {}
        for at in self._unsupported:
            if spread.work > _MOST_WORK:
                break
            found, _ = spread.found([at])
            worth[at] = (-sum(statements[each].kind is Kind.RECOMMENDATION for each in found), -len(found))
        return sorted(self._unsupported, key=lambda at: worth.get(at, (0, 0)))

    def plan(self, roots: Collection[int], most: int) -> Plan:
        """Tell which roots to look for a source for, so that each lead adds the most to those before it.

        The most is: recommendations for each source, then statements for each source. The work is capped; what is told
        of a lead is exact nevertheless.

        Args:
            roots: The roots to choose from.
            most: How many leads to return at most.
        """
        return _Planning(_Spread(self.solution), self.sets(roots)).plan(roots, most)

    def sets(self, roots: Collection[int]) -> list[tuple[int, ...]]:
        """Return the sets of some roots that statements wait for, those first for which most wait."""
        statements, roots = self.solution.program.graph.statements, frozenset(roots)
        waiting: Counter[tuple[int, ...]] = Counter()
        for statement, found in self.waits.items():
            if 0 < len(found) <= MOST_ROOTS and roots.issuperset(found):
                waiting[found] += len(statements) if statements[statement].kind is Kind.RECOMMENDATION else 1
        return sorted(waiting, key=lambda found: (-waiting[found] / len(found), found))

    def _held_up_by(self, loop: Sequence[int]) -> Sequence[int]:
        """Return the statements of a circle that wait for its first: all, unless a source there leaves one out."""
        found, _ = _Spread(self.solution, frozenset(loop)).found(loop[:1])
        return loop if len(found) == len(loop) else [at for at in loop if at in self.solution.repairs.circling]

    @cached_property
    def _unsupported(self) -> list[int]:
        statements, is_supported = self.solution.program.graph.statements, self.solution.is_supported
        return [at for at, s in enumerate(statements) if s.kind is not Kind.QUESTION and not is_supported(at)]

    def _waits_for(self, statement: int, firsts: Mapping[int, int]) -> list[int]:
        """Return the unsupported premises of the line through which a statement is most easily supported."""
        solution = self.solution
        if self.is_discounted(statement):
            return []
        if statement in firsts:
            return [firsts[statement]] if firsts[statement] != statement else []
        positive, line = solution.program.positive, solution.repairs.via.get(statement)
        if line is None:
            line = next((rule for rule in solution.program.rules_for[statement] if positive[rule]), None)
        return [p for p in positive[line] if not solution.is_supported(p)] if line is not None else []


@define(eq=False)
class _Spread:
    """Follows support upwards.

    Attributes:
        solution: What is supported to begin with.
        within: The statements beyond which it does not go; None if it goes as far as it can.
        held: What is supported besides by now.
        work: How many premises were looked at.
    """

    solution: Solution
    within: frozenset[int] | None = None
    held: set[int] = field(factory=set)
    work: int = 0

    def found(self, statements: Iterable[int]) -> tuple[list[int], dict[int, int]]:
        """Return what would be supported if some statements were, and what each step met on the way would lack then."""
        program, is_supported = self.solution.program, self.solution.is_supported
        found = [statement for statement in statements if statement not in self.held]
        new, lacking = set(found), dict[int, int]()
        for statement in found:
            self.work += len(program.rules_with[statement])
            for rule in program.rules_with[statement]:
                head = program.heads[rule]
                if head >= program.statements or head in self.held or is_supported(head) or self._is_beyond(head):
                    continue
                if rule not in lacking:
                    lacking[rule] = sum(p not in self.held and not is_supported(p) for p in program.positive[rule])
                lacking[rule] -= 1
                if not lacking[rule] and head not in new:
                    new.add(head)
                    found.append(head)
        return found, lacking

    def _is_beyond(self, statement: int) -> bool:
        return self.within is not None and statement not in self.within


@define(eq=False)
class _Planning:
    """The choice of leads: what each candidate would add, worked out anew only where an earlier lead has changed it.

    Attributes:
        spread: What is supported by now.
        candidates: Sets of roots.
        best: What each candidate is worth, best first; an entry counts if it is the latest of its candidate.
        latest: What each candidate that is left is worth.
        met: By step, the candidates that reach it.
        held: By root, the candidates that hold it.
    """

    spread: _Spread
    candidates: list[tuple[int, ...]]
    best: list[_Worth] = field(factory=list)
    latest: dict[int, _Worth] = field(factory=dict)
    met: dict[int, set[int]] = field(factory=dict)
    held: dict[int, set[int]] = field(factory=dict)

    def plan(self, roots: Collection[int], most: int) -> Plan:
        """Choose, try again what the choice has changed, and go on."""
        tried = self.candidates[:_MOST_CANDIDATES]
        finished = len(tried) == len(self.candidates)
        for number in range(len(tried)):
            if self.spread.work > _MOST_WORK:
                finished = False
                break
            self._try(number)
        heapify(self.best)
        leads: list[Lead] = []
        while self.best and len(leads) < most and self.spread.work <= 2 * _MOST_WORK:
            worth = heappop(self.best)
            if self.latest.get(worth[-1]) == worth:
                leads += self._take(worth[-1])
        held = self.spread.held
        return Plan(tuple(leads), tuple(sorted(set(roots) - held)), finished and not self.best)

    def _try(self, number: int) -> None:
        """Work out what a candidate is worth now, if it supports more than its own roots."""
        left = self._left(number)
        found, lacking = self.spread.found(left)
        for rule in lacking:
            self.met.setdefault(rule, set()).add(number)
        for root in left:
            self.held.setdefault(root, set()).add(number)
        self.latest.pop(number, None)
        if len(found) > len(left):
            worth = (-self._recommendations(found) / len(left), -len(found) / len(left), number)
            self.latest[number] = worth
            heappush(self.best, worth)

    def _take(self, number: int) -> list[Lead]:
        """Hold what a candidate supports, and try again the candidates that gain or lose by that."""
        left = self._left(number)
        found, _ = self.spread.found(left)
        self.spread.held.update(found)
        self.latest.pop(number)
        program = self.spread.solution.program
        rules = {rule for s in found for rule in (*program.rules_with[s], *program.rules_for[s])}
        changed = {each for rule in rules for each in self.met.get(rule, ())}
        changed |= {each for s in found for each in self.held.get(s, ())}
        for each in sorted(changed - {number}):
            self._try(each)
        return [Lead(tuple(sorted(left)), tuple(sorted(found)))]

    def _left(self, number: int) -> list[int]:
        return [root for root in self.candidates[number] if root not in self.spread.held]

    def _recommendations(self, found: Sequence[int]) -> int:
        statements = self.spread.solution.program.graph.statements
        return sum(statements[s].kind is Kind.RECOMMENDATION for s in found)
