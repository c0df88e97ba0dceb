"""Abstract argumentation frameworks: arguments, and which of them attack which (Dung 1995)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import field, frozen

from argmap.errors import UnknownNameError


@frozen
class Framework:
    """Arguments by index, and their attackers.

    Attributes:
        arguments: Their names, each once, in order.
        attackers: For each argument the indices of those that attack it, rising, each once.

    Example:
        >>> nixon = Framework.of(["quaker", "republican"], [("quaker", "republican"), ("republican", "quaker")])
        >>> nixon.attackers
        ((1,), (0,))
        >>> nixon.attacks
        2
    """

    arguments: tuple[str, ...]
    attackers: tuple[tuple[int, ...], ...] = field(repr=False)

    @classmethod
    def of(cls, arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Framework:
        """Make a framework of names.

        Args:
            arguments: Names; one that comes again counts once.
            attacks: Pairs of an attacker and what it attacks.

        Raises:
            UnknownNameError: An attack names no argument.
        """
        names = tuple(dict.fromkeys(arguments))
        index_of = {name: index for index, name in enumerate(names)}
        attackers: list[set[int]] = [set() for _ in names]
        for pair in attacks:
            for name in pair:
                if name not in index_of:
                    raise UnknownNameError("argument", name, names)
            attackers[index_of[pair[1]]].add(index_of[pair[0]])
        return cls(names, tuple(tuple(sorted(each)) for each in attackers))

    @cached_property
    def index_of(self) -> Mapping[str, int]:
        """Return the index of each argument by its name."""
        return {name: index for index, name in enumerate(self.arguments)}

    @cached_property
    def attacked(self) -> tuple[tuple[int, ...], ...]:
        """Return for each argument the indices of those that it attacks, rising."""
        found: list[list[int]] = [[] for _ in self.arguments]
        for target, attackers in enumerate(self.attackers):
            for attacker in attackers:
                found[attacker].append(target)
        return tuple(map(tuple, found))

    @property
    def attacks(self) -> int:
        """Return the number of attacks."""
        return sum(map(len, self.attackers))

    def index(self, argument: str) -> int:
        """Return the index of an argument.

        Raises:
            UnknownNameError: There is no such argument.
        """
        if argument not in self.index_of:
            raise UnknownNameError("argument", argument, self.arguments)
        return self.index_of[argument]

    def names(self, indices: Iterable[int]) -> tuple[str, ...]:
        """Return the names of arguments, in the order of the framework."""
        return tuple(self.arguments[index] for index in sorted(indices))
