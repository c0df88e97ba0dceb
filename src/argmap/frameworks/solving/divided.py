"""A framework under a semantics, divided into what is settled and parts that are solved apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import prod

from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Run
from argmap.frameworks.search.grounded import IN, UNDECIDED, grounded
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics
from argmap.frameworks.solving.pieces import components, cone
from argmap.frameworks.solving.product import product


class Divided:
    """A framework under a semantics: labels that grounded semantics gives, and parts that do not touch.

    Attributes:
        framework: The framework.
        semantics: The semantics.
        run: What may be spent.
    """

    def __init__(self, framework: Framework, semantics: Semantics, run: Run) -> None:
        """Put a framework under a semantics."""
        self.framework, self.semantics, self.run = framework, semantics, run

    @cached_property
    def labels(self) -> list[int]:
        """Return the grounded label of each argument."""
        return grounded(self.framework.attackers, self.framework.attacked)

    @cached_property
    def settled(self) -> list[int]:
        """Return the arguments that belong to each extension, since grounded semantics says so; rising."""
        return [index for index, label in enumerate(self.labels) if label == IN] if self.semantics.reducible else []

    @cached_property
    def open(self) -> tuple[Part, Sequence[int]]:
        """Return what there is to solve, and its indices in the framework."""
        part = Part(self.framework.attackers, self.run)
        if not self.semantics.reducible:
            return part, range(len(part))
        return part.within([index for index, label in enumerate(self.labels) if label == UNDECIDED])

    def parts(self) -> list[tuple[Part, list[int]]]:
        """Return the parts of it that attacks join, with their indices in the framework."""
        part, kept = self.open
        return [_inner(part, kept, group) for group in components(part.attackers, part.attacked)]

    def part_of(self, argument: int) -> tuple[tuple[Part, list[int]], int, list[tuple[Part, list[int]]]]:
        """Return the part that decides about an open argument, its index there, and the other parts that matter."""
        part, kept = self.open
        place = kept.index(argument)
        if self.semantics.directional and self.semantics.certain:
            group = cone(part.attackers, place)
            return _inner(part, kept, group), group.index(place), []
        parts = self.parts()
        for at, (_, indices) in enumerate(parts):
            if argument in indices:
                return parts[at], indices.index(argument), parts[:at] + parts[at + 1 :]
        raise AssertionError

    def one(self, parts: Iterable[tuple[Part, list[int]]]) -> list[int] | None:
        """Return the union of an extension of each part, by index in the framework; None where one has none."""
        members: list[int] = []
        for part, kept in parts:
            found = some(self.semantics, part)
            if found is None:
                return None
            members.extend(kept[index] for index in found)
        return members

    def each(self) -> Iterator[list[int]]:
        """Return each extension once, by index in the framework, as it is found."""
        for chosen in product([_each(self.semantics, part, kept) for part, kept in self.parts()]):
            yield sorted(chain(self.settled, *chosen))

    def count(self) -> int:
        """Return how many extensions there are."""
        return prod(_count(self.semantics, part) for part, _ in self.parts())


def some(semantics: Semantics, part: Part) -> Members | None:
    """Return an extension of a part, if it has one."""
    return semantics.find(part) if semantics.find else next(iter(semantics.extensions(part)), None)


def holding(semantics: Semantics, part: Part, argument: int) -> Members | None:
    """Return an extension of a part that holds an argument, if there is one."""
    if semantics.holding:
        return semantics.holding(part, argument)
    return next((found for found in semantics.extensions(part) if argument in found), None)


def lacking(semantics: Semantics, part: Part, argument: int) -> Members | None:
    """Return an extension of a part that lacks an argument, if there is one."""
    if semantics.lacking:
        return semantics.lacking(part, argument)
    return next((found for found in semantics.extensions(part) if argument not in found), None)


def _each(semantics: Semantics, part: Part, kept: Sequence[int]) -> Iterator[list[int]]:
    """Return each extension of a part, by index in what it was taken from."""
    return ([kept[index] for index in found] for found in semantics.extensions(part))


def _count(semantics: Semantics, part: Part) -> int:
    """Return how many extensions a part has."""
    return semantics.count(part) if semantics.count else sum(1 for _ in semantics.extensions(part))


def _inner(part: Part, kept: Sequence[int], group: list[int]) -> tuple[Part, list[int]]:
    """Return some arguments of a part as a part, with their indices in what that was taken from."""
    if len(group) == len(part):
        return part, list(kept)
    inner, places = part.within(group)
    return inner, [kept[place] for place in places]
