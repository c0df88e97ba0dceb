"""The smallest sets that hold something up, and the smallest without which it falls.

That something holds is monotone: with more of its elements present it holds all the more. A minimal set with which it
holds and a minimal set without which it falls always share an element, and each of the two families is what hits all
sets of the other (Reiter 1987). So they are found together: a set that hits all sets known of the other family either
belongs to its own, or leads to one more set of the other, as in MARCO (Liffiton et al. 2016). Sets are tried by size,
so that a search which ends early has found the smallest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from attrs import define, field, frozen

Prove = Callable[[int], int | None]
"""Takes the elements that are present, as bits; returns some of these that are enough, or None if not even all are."""


@frozen
class MinimalSets:
    """Minimal sets of elements, as bits; the smallest first.

    Attributes:
        holding: Sets that are enough, but not without any one of their elements.
        felling: Sets without which all others are not enough, but are with any one of their elements.
        complete: The sets of at most so many elements are all there; None where simply all are.
    """

    holding: tuple[int, ...]
    felling: tuple[int, ...]
    complete: int | None = None


def minimal_sets(everything: int, prove: Prove, cost: int, most_work: int, most_sets: int) -> MinimalSets:
    """Find the minimal sets of elements that hold something up, and those that fell it.

    Args:
        everything: All elements, as bits.
        prove: What tells whether it holds.
        cost: The work of asking that once.
        most_work: When to stop; comparing two sets is one unit of work.
        most_sets: How many sets to find at most.

    Example:
        >>> either = {0b011: 0b011, 0b101: 0b101, 0b111: 0b011}
        >>> found = minimal_sets(0b111, either.get, 1, 10_000, 100)
        >>> [f"{each:03b}" for each in found.holding], [f"{each:03b}" for each in found.felling]
        (['011', '101'], ['001', '110'])
    """
    return _Search(everything, prove, cost, most_work, most_sets).sets()


def elements_of(bits: int) -> Iterator[int]:
    """Return each bit that is set by itself, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest
        bits ^= lowest


class _EndError(Exception):
    """The search has done all it may."""


@define(eq=False)
class _Search:
    """The search for both families at once.

    Attributes:
        everything: All elements.
        prove: What tells whether it holds.
        cost: The work of asking that once.
        left: The work that may still be done.
        most: How many sets to find at most.
        holding: The sets that are enough, as far as they are known.
        felling: The sets without which it falls, as far as they are known.
    """

    everything: int
    prove: Prove
    cost: int
    left: int
    most: int
    holding: list[int] = field(factory=list)
    felling: list[int] = field(factory=list)

    def sets(self) -> MinimalSets:
        """Find the sets of one element, of two, and so on."""
        if self.prove(0) is not None:
            return MinimalSets((0,), ())
        if self.prove(self.everything) is None:
            return MinimalSets((), (0,))
        complete: int | None = 0
        try:
            for size in count(1):
                if self._find(size, self.felling, self.holding, self._other_holding) or self._find(
                    size, self.holding, self.felling, self._other_felling
                ):
                    complete = None
                    break
                complete = size
        except _EndError:
            pass
        return MinimalSets(_by_size(self.holding), _by_size(self.felling), complete)

    def _find(self, size: int, found: list[int], others: list[int], test: Callable[[int], int | None]) -> bool:
        """Find all sets of a family up to a size, given those that are smaller; tell whether none is larger.

        A set of the family hits all others. Where one that hits all known others is not of the family, the test leads
        to one more that it does not hit. Branches that differ only in the order of their elements are tried once.
        """
        none_larger = True
        todo = [(0, 0)]
        while todo:
            chosen, barred = todo.pop()
            self._spend(len(found) + len(others))
            if any(not each & ~chosen for each in found):
                continue
            missed = next((each for each in others if not each & chosen), None)
            if missed is None:
                missed = test(chosen)
                if missed is None:
                    found.append(chosen)
                    continue
                others.append(missed)
            if chosen.bit_count() == size:
                none_larger = False
                continue
            for element in elements_of(missed & ~barred):
                todo.append((chosen | element, barred))
                barred |= element
        return none_larger

    def _other_holding(self, absent: int) -> int | None:
        """Return a minimal set that holds it up without some elements; None where it falls without them."""
        found = self._proof(self.everything & ~absent)
        if found is None:
            return None
        for element in elements_of(found):
            if found & element:
                smaller = self._proof(found & ~element)
                found = found if smaller is None else smaller
        return found

    def _other_felling(self, present: int) -> int | None:
        """Return a minimal set that fells it though some elements are present; None where these hold it up."""
        if self._proof(present) is not None:
            return None
        for element in elements_of(self.everything & ~present):
            self._spend(len(self.holding))
            more = present | element
            if not any(not each & ~more for each in self.holding) and self._proof(more) is None:
                present = more
        return self.everything & ~present

    def _proof(self, present: int) -> int | None:
        self._spend(self.cost)
        return self.prove(present)

    def _spend(self, work: int) -> None:
        self.left -= work
        if self.left < 0 or len(self.holding) + len(self.felling) > self.most:
            raise _EndError


def _by_size(sets: list[int]) -> tuple[int, ...]:
    return tuple(sorted(sets, key=lambda each: (each.bit_count(), [*elements_of(each)])))
