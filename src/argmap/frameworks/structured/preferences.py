"""Which of two arguments of ASPIC+ is lower, so that it attacks the other in vain.

After Modgil & Prakken (2013, 2014): preferences between rules, and between ordinary premises, are lifted to arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from attrs import frozen

Preferred = Mapping[str, frozenset[str]]
"""What is preferred to each of some rules or premises."""


class Link(StrEnum):
    """Which parts of two arguments are compared.

    The *last link* looks at the defeasible rules that conclude them, as between norms; the *weakest link* at all of
    their defeasible rules and ordinary premises, as between empirical claims.
    """

    LAST = "last link"
    WEAKEST = "weakest link"


class Ordering(StrEnum):
    """When a set of rules or premises is lower than another.

    *Elitist*: some element of it is lower than each of the other's. *Democratic*: each element of it is lower than some
    of the other's.
    """

    ELITIST = "elitist"
    DEMOCRATIC = "democratic"


class Compared(Protocol):
    """What is looked at of an argument."""

    @property
    def last(self) -> frozenset[str]:
        """Return the names of the last defeasible rules on the way to its conclusion."""

    @property
    def defeasible(self) -> frozenset[str]:
        """Return the names of all its defeasible rules."""

    @property
    def premises(self) -> frozenset[str]:
        """Return the premises that it rests on."""


@frozen
class Lower:
    """Which of two arguments is lower.

    Attributes:
        rules: What is preferred to each rule, by name.
        premises: What is preferred to each ordinary premise.
        axioms: The axioms.
        ordinary: The ordinary premises.
        link: What is compared.
        ordering: How sets are compared.
    """

    rules: Preferred
    premises: Preferred
    axioms: frozenset[str]
    ordinary: frozenset[str]
    link: Link
    ordering: Ordering

    def is_lower(self, one: Compared, other: Compared) -> bool:
        """Tell whether an argument is lower than another: it then rebuts and undermines it in vain."""
        if not self.rules and not self.premises:
            return False
        if self.link is Link.LAST:
            if one.last or other.last:
                return self._set_is_lower(one.last, other.last, self.rules)
            return self._premises_are_lower(one, other)
        if not one.defeasible and not other.defeasible:
            return self._premises_are_lower(one, other)
        rules = self._set_is_lower(one.defeasible, other.defeasible, self.rules)
        if one.premises <= self.axioms and other.premises <= self.axioms:
            return rules
        return rules and self._premises_are_lower(one, other)

    def _premises_are_lower(self, one: Compared, other: Compared) -> bool:
        return self._set_is_lower(one.premises & self.ordinary, other.premises & self.ordinary, self.premises)

    def _set_is_lower(self, one: frozenset[str], other: frozenset[str], higher: Preferred) -> bool:
        """Compare two sets; nothing is lower than one with an element, and the empty set is not lower than any."""
        if not one or not other:
            return bool(one)
        nothing = frozenset[str]()
        if self.ordering is Ordering.ELITIST:
            return any(other <= higher.get(each, nothing) for each in one)
        return all(not other.isdisjoint(higher.get(each, nothing)) for each in one)


def closed(pairs: Iterable[tuple[str, str]]) -> Preferred:
    """Return what is strictly higher than each element; what lies on a circle of preferences is as high as the others.

    Example:
        >>> {each: sorted(some) for each, some in closed([("a", "b"), ("b", "c"), ("c", "b")]).items()}
        {'a': ['b', 'c']}
    """
    above: dict[str, list[str]] = {}
    for low, high in pairs:
        above.setdefault(low, []).append(high)
    reached: dict[str, frozenset[str]] = {}
    for each, higher in above.items():
        todo = list(higher)
        seen = set(todo)
        for at in todo:
            fresh = [high for high in above.get(at, ()) if high not in seen]
            seen.update(fresh)
            todo += fresh
        reached[each] = frozenset(seen)
    strictly = (
        (each, frozenset(high for high in some if each not in reached.get(high, ()))) for each, some in reached.items()
    )
    return {each: some for each, some in strictly if some}
