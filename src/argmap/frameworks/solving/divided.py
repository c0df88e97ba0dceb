"""A framework under a semantics, divided into what is settled and parts that are solved apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from math import prod

from attrs import frozen

from argmap.frameworks.framework import Framework
from argmap.frameworks.search.budget import Run
from argmap.frameworks.search.grounded import IN, UNDECIDED, grounded
from argmap.frameworks.search.part import Part
from argmap.frameworks.semantics import Members, Semantics
from argmap.frameworks.solving.pieces import components
from argmap.frameworks.solving.product import product

Shape = tuple[tuple[int, ...], ...]
Look = Callable[[Semantics, Part, int], Members | None]


@frozen
class Piece:
    """A part of a framework, and where its arguments stand in the framework.

    Attributes:
        part: The part.
        places: For each of its arguments the index in the framework, rising.
    """

    part: Part
    places: Sequence[int]

    @cached_property
    def shape(self) -> Shape:
        """Return the attacks of the part; pieces that have the same have the same extensions, and are solved once."""
        return tuple(map(tuple, self.part.attackers))

    def back(self, members: Iterable[int]) -> list[int]:
        """Return arguments of the part by their index in the framework."""
        return [self.places[index] for index in members]

    def within(self, group: list[int]) -> Piece:
        """Return the piece that some arguments of this one make."""
        if len(group) == len(self.part):
            return self
        part, kept = self.part.within(group)
        return Piece(part, self.back(kept))


class Divided:
    """A framework under a semantics: grounded labels, and pieces that do not touch.

    Attributes:
        framework: The framework.
        semantics: The semantics.
        run: What may be spent.
    """

    def __init__(self, framework: Framework, semantics: Semantics, run: Run) -> None:
        """Put a framework under a semantics."""
        self.framework, self.semantics, self.run = framework, semantics, run
        self._whole = Part(framework.attackers, run)

    @cached_property
    def labels(self) -> list[int]:
        """Return the grounded label of each argument."""
        return grounded(self._whole.attackers, self._whole.attacked)

    @cached_property
    def settled(self) -> list[int]:
        """Return the arguments that belong to each extension, since grounded semantics says so; rising."""
        return self.labelled(IN) if self.semantics.reducible else []

    def labelled(self, wanted: int) -> list[int]:
        """Return the arguments that have a grounded label, rising."""
        return [index for index, label in enumerate(self.labels) if label == wanted]

    def decided(self, argument: int) -> int:
        """Return the label of an argument where grounded semantics decides about it, else `UNDECIDED`."""
        return self.labels[argument] if self.semantics.reducible else UNDECIDED

    @cached_property
    def open(self) -> Piece:
        """Return what there is to solve."""
        piece = Piece(self._whole, range(len(self._whole)))
        return piece.within(self.labelled(UNDECIDED)) if self.semantics.reducible else piece

    @cached_property
    def pieces(self) -> list[Piece]:
        """Return the pieces of it that attacks join."""
        groups = components(self.open.part.attackers, self.open.part.attacked)
        return [self.open.within(group) for group in groups]

    def one(self, pieces: Iterable[Piece]) -> list[int] | None:
        """Return the union of an extension of each piece; None where one has none."""
        members: list[int] = []
        found_for: dict[Shape, Members | None] = {}
        for piece in pieces:
            if piece.shape not in found_for:
                found_for[piece.shape] = some(self.semantics, piece.part)
            found = found_for[piece.shape]
            if found is None:
                return None
            members.extend(piece.back(found))
        return members

    def doubtful(self) -> list[int] | None:
        """Return an extension, or None where there is none; nothing where it goes without saying that there is one."""
        return [] if self.semantics.certain else self.one(self.pieces)

    def showing(self, argument: int, look: Look) -> list[int] | None:
        """Return an extension that holds an open argument, or that lacks it, if there is one, or what is enough of it.

        Where what reaches the argument decides, only that is looked at; else the piece that it is in.
        """
        if self.semantics.directional:
            return self._within_cone(argument, look)
        mine = next(piece for piece in self.pieces if argument in piece.places)
        members = look(self.semantics, mine.part, mine.places.index(argument))
        rest = None if members is None else self.one(piece for piece in self.pieces if piece is not mine)
        return None if rest is None or members is None else [*rest, *mine.back(members)]

    def _within_cone(self, argument: int, look: Look) -> list[int] | None:
        """Look for an extension of what reaches an open argument, and make one of all of it."""
        part = self.open.part
        index = self.open.places.index(argument)
        inner, group = part.within(part.cone(index))
        found = look(self.semantics, inner, group.index(index))
        if found is None:
            return None
        members: Members = [group[each] for each in found]
        if self.semantics.around and len(group) < len(part):
            members = self.semantics.around(part, members, index)
        return self.open.back(members)

    def each(self) -> Iterator[list[int]]:
        """Return each extension once, as it is found."""
        if self.semantics.least and self.semantics.single:
            yield self.settled
            return
        for chosen in product([map(piece.back, self.semantics.extensions(piece.part)) for piece in self.pieces]):
            self.run.check()
            yield sorted(chain(self.settled, *chosen))

    def count(self) -> int:
        """Return how many extensions there are."""
        alike = Counter(piece.shape for piece in self.pieces)
        parts = {piece.shape: piece.part for piece in self.pieces}
        return prod(_count(self.semantics, parts[shape]) ** times for shape, times in alike.items())


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


def _count(semantics: Semantics, part: Part) -> int:
    """Return how many extensions a part has."""
    return semantics.count(part) if semantics.count else sum(1 for _ in semantics.extensions(part))
