"""Weighted bipolar graphs: arguments with base scores, and which of them attack and which support which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from attrs import evolve, field, frozen

from argmap.errors import UnknownNameError
from argmap.frameworks.numbers import up_to_one

Ends = tuple[tuple[int, ...], ...]
"""For each argument the indices of others, rising, each once."""


@frozen(eq=False)
class BipolarGraph:
    """Arguments by index, with their base scores, attackers and supporters (Baroni, Rago & Toni 2018).

    Attributes:
        arguments: Their names, each once, in order.
        bases: The base score of each: how strong it is by itself, from 0 to 1.
        attackers: For each argument the indices of those that attack it, rising, each once.
        supporters: For each argument the indices of those that support it, rising, each once.
        linked: By the index of an argument that stands for a linked reason, the indices of its premises. Its base score
            is a weight: what it has by itself is that times the strength of its weakest premise.

    Example:
        >>> graph = BipolarGraph.of({"a": 0.4, "b": 0.6, "c": 0.6}, attacks=[("b", "a")], supports=[("c", "a")])
        >>> graph.attackers, graph.supporters
        (((1,), (), ()), ((2,), (), ()))
    """

    arguments: tuple[str, ...]
    bases: tuple[float, ...] = field(repr=False)
    attackers: Ends = field(repr=False)
    supporters: Ends = field(repr=False)
    linked: Mapping[int, tuple[int, ...]] = field(factory=dict, repr=False)

    @classmethod
    def of(
        cls,
        bases: Mapping[str, float],
        attacks: Iterable[tuple[str, str]] = (),
        supports: Iterable[tuple[str, str]] = (),
        linked: Mapping[str, Sequence[str]] | None = None,
    ) -> BipolarGraph:
        """Make a graph of names.

        Args:
            bases: The base score of each argument, by its name.
            attacks: Pairs of an attacker and what it attacks; one that comes again counts once.
            supports: Pairs of a supporter and what it supports.
            linked: The premises of each argument that stands for a linked reason.

        Raises:
            UnknownNameError: A pair, or a premise, names no argument.
            WrongNumberError: A base score is not from 0 to 1.
        """
        names = tuple(bases)
        index_of = {name: index for index, name in enumerate(names)}
        premises = {
            _index(index_of, name): tuple(_index(index_of, premise) for premise in dict.fromkeys(each))
            for name, each in (linked or {}).items()
        }
        scores = tuple(up_to_one(base, "the base score of", name) for name, base in bases.items())
        return cls(names, scores, _ends(index_of, attacks), _ends(index_of, supports), premises)

    def with_bases(self, bases: Mapping[str, float]) -> BipolarGraph:
        """Return the graph with other base scores of some arguments.

        Raises:
            UnknownNameError: There is no such argument.
            WrongNumberError: A base score is not from 0 to 1.

        Example:
            >>> BipolarGraph.of({"a": 0.5, "b": 0.5}).with_bases({"b": 1}).bases
            (0.5, 1.0)
        """
        changed = list(self.bases)
        for name, base in bases.items():
            changed[self.index(name)] = up_to_one(base, "the base score of", name)
        return evolve(self, bases=tuple(changed))

    @cached_property
    def index_of(self) -> Mapping[str, int]:
        """Return the index of each argument by its name."""
        return {name: index for index, name in enumerate(self.arguments)}

    @property
    def attacks(self) -> int:
        """Return the number of attacks."""
        return sum(map(len, self.attackers))

    @property
    def supports(self) -> int:
        """Return the number of supports."""
        return sum(map(len, self.supporters))

    def index(self, argument: str) -> int:
        """Return the index of an argument.

        Raises:
            UnknownNameError: There is no such argument.
        """
        return _index(self.index_of, argument)


def _index(index_of: Mapping[str, int], name: str) -> int:
    if name not in index_of:
        raise UnknownNameError("argument", name, index_of)
    return index_of[name]


def _ends(index_of: Mapping[str, int], pairs: Iterable[tuple[str, str]]) -> Ends:
    """Return the indices of those that act on each argument."""
    found: list[set[int]] = [set() for _ in index_of]
    for source, target in pairs:
        found[_index(index_of, target)].add(_index(index_of, source))
    return tuple(tuple(sorted(each)) if each else () for each in found)
