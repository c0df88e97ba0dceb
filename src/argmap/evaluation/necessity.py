"""Necessity: what support cannot do without, and which steps beg the question. Objections are left aside.

A statement *needs* a source or another statement if no line supports it without. A line needs its premises and all
that they need; a statement needs what all of its lines need. Worked out upwards from the grounds, with loops swept
until nothing changes, this gives all needs at once: those of sources as one bit each, those of statements as dominators
(Cooper, Harvey & Kennedy 2001) of steps with several premises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from heapq import heappop, heappush

from attrs import field, frozen

from argmap.evaluation.grounding import Grounding
from argmap.graph import Step
from argmap.model.citations import Citation


@frozen(eq=False)
class Needs:
    """What the supported statements cannot do without.

    Attributes:
        grounding: How the statements are supported.
        limit: The last level of ground that is honoured.
        ranks: For each supported statement, by index, its rank: what it needs has a lower one.
        lines: For each supported statement, by index, the rules whose premises are supported.
    """

    grounding: Grounding
    limit: int
    ranks: dict[int, int] = field(repr=False)
    lines: dict[int, list[int]] = field(repr=False)

    @classmethod
    def of(cls, grounding: Grounding, limit: int) -> Needs:
        """Rank the supported statements as they were derived and collect their lines."""
        program, levels, ratings = grounding.program, grounding.levels, grounding.ratings
        supported = [index for index in grounding.order if levels[index] <= limit]
        lines = {
            index: [
                rule
                for rule in program.rules_for[index]
                if ratings[rule] <= limit and all(levels[premise] <= limit for premise in program.positive[rule])
            ]
            for index in supported
        }
        return cls(grounding, limit, {index: rank for rank, index in enumerate(supported)}, lines)

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources that are cited, in order."""
        parts = self.grounding.program.parts
        return tuple(dict.fromkeys(part.source for part in parts if isinstance(part, Citation)))

    @cached_property
    def needed_sources(self) -> dict[int, int]:
        """Return the sources that each supported statement needs, as bits in the order of `sources`."""
        return self.needed({source: 1 << number for number, source in enumerate(self.sources)})

    def needed(self, bits: Mapping[str, int]) -> dict[int, int]:
        """Return the bits that each supported statement needs, where each source has some.

        A bit that several sources have stands for something that fails with all of these, such as their publisher.
        """
        parts, positive = self.grounding.program.parts, self.grounding.program.positive
        found: dict[int, int] = {}

        def needed_by(rule: int) -> int:
            part = parts[rule]
            needed = bits.get(part.source, 0) if isinstance(part, Citation) else 0
            for premise in positive[rule]:
                needed |= found[premise]
            return needed

        def update(index: int, lines: list[int]) -> bool:
            needed = needed_by(lines[0])
            for rule in lines[1:]:
                if not needed:
                    break
                needed &= needed_by(rule)
            changed = found.get(index) != needed
            found[index] = needed
            return changed

        self._sweep(update)
        return found

    @cached_property
    def nearest(self) -> dict[int, tuple[int, ...]]:
        """Return statements that each supported one needs, so near that these need the rest."""
        positive = self.grounding.program.positive
        found: dict[int, tuple[int, ...]] = {}

        def update(index: int, lines: list[int]) -> bool:
            nearest = positive[lines[0]] if len(lines) == 1 else self._shared(index, lines, found)
            changed = found.get(index) != nearest
            found[index] = nearest
            return changed

        self._sweep(update)
        return found

    @cached_property
    def _loops(self) -> list[list[int]]:
        """Return the supported statements, those that need each other together and in order, premises first."""
        ranks = self.ranks
        loops = ([index for index in loop if index in ranks] for loop in self.grounding.program.components)
        return [sorted(loop, key=ranks.__getitem__) if len(loop) > 1 else loop for loop in loops if loop]

    def _sweep(self, update: Callable[[int, list[int]], bool]) -> None:
        """Update every supported statement from its lines, premises first, and loops until nothing changes."""
        loops, positive = self.grounding.program.loops, self.grounding.program.positive
        for loop in self._loops:
            if len(loop) == 1:
                lines = self.lines[loop[0]]
                update(loop[0], [r for r in lines if loop[0] not in positive[r]] if loops[loop[0]] else lines)
                continue
            met: set[int] = set(loop)
            for index in loop:
                update(index, [rule for rule in self.lines[index] if met.isdisjoint(positive[rule])])
                met.discard(index)
            changed = True
            while changed:
                changed = False
                for index in loop:
                    changed |= update(index, self.lines[index])

    def _shared(self, index: int, lines: list[int], nearest: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
        """Return the highest-ranked statements that all lines need, but for lines that need the statement itself."""
        ranks, positive = self.ranks, self.grounding.program.positive
        if not all(positive[rule] for rule in lines):
            return ()
        users: dict[int, int] = {}
        todo: list[tuple[int, int]] = []

        def meet(premises: tuple[int, ...], line_bits: int) -> None:
            for premise in premises:
                if premise not in users:
                    heappush(todo, (-ranks[premise], premise))
                users[premise] = users.get(premise, 0) | line_bits

        for number, rule in enumerate(lines):
            meet(positive[rule], 1 << number)
        everyone, shared = (1 << len(lines)) - 1, []
        while todo:
            _, premise = heappop(todo)
            if premise == index:
                everyone &= ~users[premise]
            elif users[premise] & everyone == everyone:
                shared.append(premise)
            else:
                meet(nearest[premise], users[premise])
        return tuple(shared)

    @cached_property
    def begging(self) -> frozenset[int]:
        """Return the question-begging rules: some premise cannot be derived without the rule's own conclusion.

        Only a step that leads back into its own loop, from a premise derived after its conclusion, can be one.
        """
        ranks, loops, positive = self.ranks, self.grounding.program.loops, self.grounding.program.positive
        return frozenset(
            rule
            for index, lines in self.lines.items()
            if loops[index]
            for rule in lines
            if any(
                loops[premise] == loops[index] and ranks[premise] >= ranks[index] and self.needs(premise, index)
                for premise in positive[rule]
            )
        )

    def needs(self, index: int, other: int) -> bool:
        """Tell whether a supported statement is another one, or cannot do without it."""
        return other in self.closure(index, self.ranks[other])

    def needing(self, other: int, indices: Iterable[int]) -> set[int]:
        """Return those of some supported statements that are another one, or cannot do without it."""
        ranks, wanted = self.ranks, set(indices)
        above = {index for index in wanted if ranks[index] >= ranks[other]}
        todo = list(above)
        for index in todo:
            fresh = [each for each in self.nearest[index] if ranks[each] >= ranks[other] and each not in above]
            above.update(fresh)
            todo += fresh
        found = {other}
        for index in sorted(above, key=ranks.__getitem__):
            if not found.isdisjoint(self.nearest[index]):
                found.add(index)
        return found & wanted

    def closure(self, index: int, lowest: int = 0) -> set[int]:
        """Return a supported statement and those it needs, as far as their rank is not below the lowest asked for."""
        found, todo = {index}, [index]
        for each in todo:
            for needed in self.nearest[each]:
                if needed not in found and self.ranks[needed] >= lowest:
                    found.add(needed)
                    todo.append(needed)
        return found

    def sole_lines(self, indices: Iterable[int]) -> Iterator[int]:
        """Go through the rules that alone hold one of some supported statements up, in order of these."""
        lines = (self.real_lines(index) for index in sorted(indices))
        return (rules[0] for rules in lines if len(rules) == 1)

    def all_needed(self, indices: Iterable[int]) -> set[int]:
        """Return some supported statements, and all that one of them needs."""
        todo = list(indices)
        found = set(todo)
        for each in todo:
            fresh = [needed for needed in self.nearest[each] if needed not in found]
            found.update(fresh)
            todo += fresh
        return found

    def below(self, index: int) -> list[int]:
        """Return a statement and those that some line of it rests on, the nearest first; itself if not supported."""
        positive, found = self.grounding.program.positive, {index: None}
        todo = [index]
        for each in todo:
            for rule in self.lines.get(each, ()):
                fresh = [premise for premise in positive[rule] if premise not in found]
                found.update(dict.fromkeys(fresh))
                todo += fresh
        return todo

    def real_lines(self, index: int) -> list[int]:
        """Return the lines of a supported statement that do not beg the question."""
        return [rule for rule in self.lines[index] if rule not in self.begging]


@frozen(eq=False)
class FailurePoints:
    """The single points of failure of a supported statement: without any one of them, it is not supported.

    A source fails with all of its citations, a statement with its grounds and supports, a step alone.
    """

    _needs: Needs = field(repr=False)
    _index: int

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """Return the ids of the sources."""
        bits, sources = self._needs.needed_sources[self._index], self._needs.sources
        return tuple(sources[number] for number in numbers(bits))

    @cached_property
    def statements(self) -> tuple[str, ...]:
        """Return the ids of the other statements, in the order of the map."""
        statements = self._needs.grounding.program.graph.statements
        return tuple(statements[index].id for index in sorted(self._closure - {self._index}))

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """Return the ids of the supports, in the order of the statements that they conclude."""
        parts = self._needs.grounding.program.parts
        rules = self._needs.sole_lines(self._closure)
        return tuple(part.relation.id for rule in rules if isinstance(part := parts[rule], Step))

    @property
    def lines(self) -> int:
        """Return the number of grounds and supports that hold the statement up, question-begging ones left aside."""
        return len(self._needs.real_lines(self._index))

    @cached_property
    def _closure(self) -> set[int]:
        return self._needs.closure(self._index)


def numbers(bits: int) -> Iterator[int]:
    """Return the numbers of the bits that are set, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
