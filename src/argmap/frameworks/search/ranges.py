"""Sets of largest range: of the arguments that are in a set or attacked by it, no other set reaches more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from argmap.frameworks.search.encoding import Encoding


class Ranges:
    """The ranges of the sets that an encoding describes.

    An argument's range variable can be true only where the argument is in the set or attacked by it.
    """

    def __init__(self, encoding: Encoding) -> None:
        """Give each argument its range variable."""
        self._encoding = encoding
        self._solver = encoding.solver
        self._first = encoding.solver.new(encoding.size) if encoding.size else 1
        for index, attackers in enumerate(encoding.part.attackers):
            self._solver.add([-index - self._first, index + 1, *(attacker + 1 for attacker in attackers)])
        self._solver.prefer(range(self._first, self._first + encoding.size))

    def all(self) -> Iterator[list[int]]:
        """Return each set of largest range once."""
        while (reach := self._largest()) is not None:
            yield from self._of(reach)
            self._block(reach)

    def find(self, literal: int | None = None) -> list[int] | None:
        """Return a set of largest range of which a literal holds, if there is one."""
        wanted = [] if literal is None else [literal]
        while (found := self._encoding.find(wanted)) is not None:
            reach = self._grow(self._reach(found))
            found = self._encoding.find([*self._variables(reach), *wanted])
            if found is not None:
                return found
            self._block(reach)
        return None

    def shared(self) -> list[int]:
        """Return what all sets of largest range hold, rising."""
        shared: list[int] | None = None
        while shared != [] and (reach := self._largest()) is not None:
            assumed = self._variables(reach)
            if shared is None:
                shared = self._encoding.find(assumed) or []
            while shared and (found := self._apart(shared, assumed)) is not None:
                shared = sorted(set(shared) & set(found))
            self._block(reach)
        return shared or []

    def _apart(self, shared: Sequence[int], assumed: Sequence[int]) -> list[int] | None:
        """Return a set of a range that lacks something that all sets had so far."""
        return self._once([-index - 1 for index in shared], assumed)

    def _once(self, clause: Sequence[int], assumed: Sequence[int]) -> list[int] | None:
        """Return a set of which a clause holds this time."""
        switch = self._solver.new()
        self._solver.add([-switch, *clause])
        found = self._encoding.find([switch, *assumed])
        self._solver.add([-switch])
        return found

    def _largest(self) -> set[int] | None:
        """Return a largest range that is not a part of a blocked one, if there is one."""
        found = self._encoding.find(self._variables(range(self._encoding.size)))  # a stable set, mostly
        if found is None:
            found = self._encoding.find()
        return None if found is None else self._grow(self._reach(found))

    def _grow(self, reach: set[int]) -> set[int]:
        """Return a largest range that holds a range."""
        while len(reach) < self._encoding.size:
            more = self._once(self._beyond(reach), self._variables(reach))
            if more is None:
                break
            reach = self._reach(more)
        return reach

    def _of(self, reach: set[int]) -> Iterator[list[int]]:
        """Return each set of a range once."""
        switch = self._solver.new()
        assumed = [switch, *self._variables(reach)]
        while (found := self._encoding.find(assumed)) is not None:
            yield found
            members = set(found)
            self._solver.add([-switch, *(-i - 1 if i in members else i + 1 for i in range(self._encoding.size))])
        self._solver.add([-switch])

    def _block(self, reach: set[int]) -> None:
        """Rule out a range and its parts."""
        self._solver.add(self._beyond(reach))

    def _beyond(self, reach: set[int]) -> list[int]:
        """Return a clause that asks for an argument beyond a range."""
        return self._variables(index for index in range(self._encoding.size) if index not in reach)

    def _variables(self, reach: Iterable[int]) -> list[int]:
        """Return the range variables of arguments."""
        return [index + self._first for index in reach]

    def _reach(self, members: Sequence[int]) -> set[int]:
        """Return the range of a set."""
        return set(members).union(*(self._encoding.part.attacked[index] for index in members))
