"""What makes a conclusion stand otherwise in the second map than in the first: the smallest sets of differences.

Sets are tried by their size, so that the first ones that are found are the smallest. A set grows only by differences
at what the conclusion rests on so far: what touches nothing of that changes nothing, as the standing of a statement
hangs on what bears on it alone. So none of the smallest sets is missed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from attrs import field, frozen

from argmap.comparison.differences.cones import Cones
from argmap.comparison.differences.union import Union
from argmap.errors import CertificateError
from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Standing

MOST_WORK = 300_000
"""How many statements and relations may be gone through for all conclusions together."""

MOST_SETS = 20
"""How many sets of the smallest size are kept."""

_FURTHER = 2  # times as much for making a set smaller that is not the smallest

_Taken = frozenset[int]


@frozen
class Swing:
    """A conclusion that stands otherwise in the second map than in the first.

    Attributes:
        left: Its id in the first map.
        right: Its id in the second.
        before: Its standing in the first map.
        after: Its standing in the second.
        sets: The smallest sets of differences, by their numbers, each of which alone makes the first map say what the
            second says, were it taken over. Where not all could be tried, one that has nothing to spare.
        complete: Whether these are all of the smallest sets.
        tried: All sets of up to so many differences were tried besides, and none does it.
    """

    left: str
    right: str
    before: Standing
    after: Standing
    sets: tuple[tuple[int, ...], ...]
    complete: bool
    tried: int


def swings(
    union: Union, conclusions: Iterable[tuple[str, str, Standing, Standing]], basis: Basis, most: int = MOST_WORK
) -> list[Swing]:
    """Tell what makes conclusions stand otherwise.

    Args:
        union: Both maps.
        conclusions: Each with its id in the first and in the second map, and its standings there.
        basis: Which grounds count.
        most: How many statements and relations may be gone through.

    Raises:
        CertificateError: A set does not do what it is said to do, which is a bug in argmap.
    """
    told = [each for each in conclusions if each[2] is not each[3]]
    found: list[Swing] = []
    for left, right, before, after in told:
        trial = _Trial(union, left, after, basis, most // len(told))
        sets, complete, tried = trial.smallest()
        for each in sets:
            _certify(union, each, left, after, basis)
        found.append(Swing(left, right, before, after, tuple(tuple(sorted(each)) for each in sets), complete, tried))
    return found


def _certify(union: Union, taken: Collection[int], name: str, wanted: Standing, basis: Basis) -> None:
    """Evaluate the whole map that a set makes, by the solver and by code that shares nothing with it."""
    m, grades = union.taking(taken)
    evaluation = evaluate(m, grades, basis)
    wrong = evaluation.certify(m, grades)
    if evaluation.standings.get(name) is not wanted:
        wrong = [*wrong, f"{name} is not {wanted} with the differences {sorted(taken)}"]
    if wrong:
        raise CertificateError(wrong)


@frozen(eq=False)
class _Trial:
    """The search for what makes one conclusion stand as it is wanted to."""

    whole: Union
    name: str
    wanted: Standing
    basis: Basis
    most: int
    spent: list[int] = field(factory=lambda: [0])

    def smallest(self) -> tuple[list[_Taken], bool, int]:
        """Return the smallest sets, whether they are, and up to which size all were tried."""
        layer, seen = [frozenset[int]()], {frozenset[int]()}
        size = 0
        while layer:
            found: list[_Taken] = []
            following: list[_Taken] = []
            for taken in layer:
                for number in sorted(self._touching(taken) - taken):
                    larger = taken | {number}
                    if larger in seen:
                        continue
                    if self.spent[0] > self.most:
                        return found or self._reduced(), bool(found), size
                    seen.add(larger)
                    (found if self._is_reached(larger) else following).append(larger)
            size += 1
            if found:
                return found[:MOST_SETS], True, size - 1
            layer = following
        return [], False, size

    def _reduced(self) -> list[_Taken]:
        """Return a set with nothing to spare, made of all differences by leaving out what is not needed."""
        kept = frozenset(self._reachable)
        self.spent[0] = 0
        if not self._is_reached(kept):
            return []
        size = max(1, len(kept) // 2)
        while True:
            order, before = sorted(kept), len(kept)
            for at in range(0, len(order), size):
                if self.spent[0] > _FURTHER * self.most:
                    return []
                less = kept.difference(order[at : at + size])
                kept = less if self._is_reached(less) else kept
            if size == 1 and len(kept) == before:
                return [kept]
            size = max(1, size // 2)

    def _is_reached(self, taken: Collection[int]) -> bool:
        m, grades = self._union.taking(taken)
        self.spent[0] += len(m.statements) + len(m.relations)
        evaluation = evaluate(m, grades, self.basis)
        return self.name in evaluation and evaluation[self.name].standing is self.wanted

    @cached_property
    def _cones(self) -> Cones:
        return Cones.of(self.whole)

    @cached_property
    def _reachable(self) -> set[int]:
        """Return the differences that can matter at all."""
        return self._cones.touching(self._cones.below(self.name))

    @cached_property
    def _union(self) -> Union:
        """Return the part of the maps that can matter at all."""
        return self._cones.part(self.whole, self.name)

    def _touching(self, taken: _Taken) -> set[int]:
        return self._cones.touching(self._cones.below(self.name, taken))
