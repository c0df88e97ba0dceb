"""The extensions of small frameworks by brute force: every set of arguments is held against the definitions.

Sets of arguments are the bits of a number. Nothing is shared with the product but `Framework`, nothing is clever, and
each function is a definition; Baroni, Caminada & Giacomin (2011) have them all but stage2 (Dvořák & Gaggl 2016).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce

from argmap.frameworks.framework import Framework

Sets = list[int]


class Attacks:
    """Who attacks whom within some of the arguments, as bits."""

    def __init__(self, attackers: tuple[int, ...], among: int) -> None:
        self.attackers = attackers
        self.among = among
        self.members = list(bits(among))
        self.subsets = list(subsets(among))

    def within(self, some: int) -> Attacks:
        """Return the framework restricted to some of its arguments."""
        return Attacks(self.attackers, self.among & some)

    def attacked_by(self, chosen: int) -> int:
        """Return what a set attacks."""
        return sum(1 << each for each in self.members if self.attackers[each] & chosen)

    def defended_by(self, chosen: int) -> int:
        """Return the arguments each of whose attackers is attacked by a set."""
        beaten = self.attacked_by(chosen)
        return sum(1 << each for each in self.members if not self.attackers[each] & self.among & ~beaten)

    def reach(self, chosen: int) -> int:
        """Return the range of a set: itself and what it attacks."""
        return chosen | self.attacked_by(chosen)


def bits(number: int) -> Iterator[int]:
    """Return the places of the ones in a number."""
    return (place for place in range(number.bit_length()) if number >> place & 1)


def subsets(of: int) -> Iterator[int]:
    """Return every subset of a set, the empty one last."""
    subset = of
    while subset:
        yield subset
        subset = (subset - 1) & of
    yield 0


def largest(sets: Iterable[int], measure: Callable[[int], int] = lambda each: each) -> Sets:
    """Return the sets whose measure is not a proper part of another's."""
    measured = [(each, measure(each)) for each in sets]
    return [one for one, size in measured if not any(size & ~other == 0 and size != other for _, other in measured)]


def conflict_free(attacks: Attacks) -> Sets:
    """Return the sets that attack none of their own."""
    return [each for each in attacks.subsets if not attacks.attacked_by(each) & each]


def naive(attacks: Attacks) -> Sets:
    """Return the largest conflict-free sets."""
    return largest(conflict_free(attacks))


def admissible(attacks: Attacks) -> Sets:
    """Return the conflict-free sets that defend all of their own."""
    return [each for each in conflict_free(attacks) if not each & ~attacks.defended_by(each)]


def complete(attacks: Attacks) -> Sets:
    """Return the conflict-free sets that hold exactly what they defend."""
    return [each for each in conflict_free(attacks) if each == attacks.defended_by(each)]


def grounded(attacks: Attacks) -> Sets:
    """Return the complete set that is a part of every other."""
    found = complete(attacks)
    return [each for each in found if all(not each & ~other for other in found)]


def preferred(attacks: Attacks) -> Sets:
    """Return the largest admissible sets."""
    return largest(admissible(attacks))


def stable(attacks: Attacks) -> Sets:
    """Return the conflict-free sets that attack everything else."""
    return [each for each in conflict_free(attacks) if attacks.reach(each) == attacks.among]


def semi_stable(attacks: Attacks) -> Sets:
    """Return the complete sets of largest range."""
    return largest(complete(attacks), attacks.reach)


def stage(attacks: Attacks) -> Sets:
    """Return the conflict-free sets of largest range."""
    return largest(conflict_free(attacks), attacks.reach)


def ideal(attacks: Attacks) -> Sets:
    """Return the largest admissible set that every preferred set holds."""
    return largest_admissible_in_all(attacks, preferred(attacks))


def eager(attacks: Attacks) -> Sets:
    """Return the largest admissible set that every semi-stable set holds."""
    return largest_admissible_in_all(attacks, semi_stable(attacks))


def cf2(attacks: Attacks) -> Sets:
    """Return the sets that are naive in each strong component, once what others attack has left it."""
    return by_components(attacks, naive)


def stage2(attacks: Attacks) -> Sets:
    """Return the sets that are stage in each strong component, once what others attack has left it."""
    return by_components(attacks, stage)


def largest_admissible_in_all(attacks: Attacks, sets: Sets) -> Sets:
    """Return the largest admissible sets that are a part of each of some sets."""
    shared = reduce(int.__and__, sets)
    return largest(each for each in admissible(attacks) if not each & ~shared)


def by_components(attacks: Attacks, base: Callable[[Attacks], Sets]) -> Sets:
    """Return the sets that pass, strong component by strong component, down to those that do not fall apart."""
    parts = strong_components(attacks)
    if len(parts) <= 1:
        return base(attacks)
    known: dict[int, Sets] = {}

    def passes(chosen: int, part: int) -> bool:
        left = part & ~attacks.attacked_by(chosen & ~part)
        if left not in known:
            known[left] = by_components(attacks.within(left), base)
        return chosen & part in known[left]

    return [each for each in attacks.subsets if all(passes(each, part) for part in parts)]


def strong_components(attacks: Attacks) -> list[int]:
    """Return the sets of arguments that lead to each other along attacks."""
    leads = {each: closure(1 << each, attacks) for each in attacks.members}
    return list({sum(1 << two for two in bits(leads[one]) if leads[two] >> one & 1) for one in attacks.members})


def closure(some: int, attacks: Attacks) -> int:
    """Return all that attacks lead to from some arguments, themselves included."""
    while (more := attacks.reach(some)) != some:
        some = more
    return some


SEMANTICS: dict[str, Callable[[Attacks], Sets]] = {
    "CF": conflict_free,
    "NA": naive,
    "AD": admissible,
    "CO": complete,
    "GR": grounded,
    "PR": preferred,
    "ST": stable,
    "SST": semi_stable,
    "STG": stage,
    "ID": ideal,
    "EAG": eager,
    "CF2": cf2,
    "stage2": stage2,
}


def extensions(framework: Framework, semantics: str) -> set[frozenset[str]]:
    """Return all extensions of a framework."""
    attackers = tuple(sum(1 << each for each in some) for some in framework.attackers)
    found = SEMANTICS[semantics](Attacks(attackers, (1 << len(attackers)) - 1))
    return {frozenset(framework.names(bits(each))) for each in found}
