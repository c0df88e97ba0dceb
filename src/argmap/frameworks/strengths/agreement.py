"""How far semantics agree on an order: pairs that all order alike, pairs that turn round, and Kendall's tau-b.

Numbers of different semantics cannot be compared, orders can. Strengths that differ by less than `SAME` rank alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

from attrs import evolve, field, frozen

from argmap.frameworks.strengths.burdens import classes
from argmap.frameworks.strengths.solving import Strengths

SAME = 1e-6
"""Strengths that differ by less rank alike."""

MOST = 10_000
"""Of how many arguments pairs are counted."""


@frozen
class Tier:
    """Arguments that rank next to each other, whatever the semantics: above all later tiers, below all earlier ones.

    Attributes:
        members: Their places among the arguments that are ranked, in the order of the first semantics.
        is_open: Whether their order among each other depends on the semantics; else they rank alike in all.
        unsettled: Of how many pairs of them it does; None where there are too many to count.
    """

    members: tuple[int, ...]
    is_open: bool
    unsettled: int | None = None


@frozen
class Pairs:
    """How many pairs of arguments there are, and how the semantics order them.

    Attributes:
        ordered: Those that all semantics order, and alike.
        tied: Those that rank alike in all.
        turned: Those of which one ranks higher in some semantics and lower in others.
        loosened: The rest: they rank alike in some, and are ordered in others, there always alike.
    """

    ordered: int
    tied: int
    turned: int
    loosened: int

    @property
    def total(self) -> int:
        """Return their number."""
        return self.ordered + self.tied + self.turned + self.loosened


@frozen(eq=False)
class Agreement:
    """The orders of some arguments under several semantics.

    Attributes:
        ranks: By semantics, the class of each argument: 0 for the strongest, the same for those that rank alike.
        tiers: The arguments from the strongest down, as far as the semantics agree.
        pairs: How they order the pairs; None where there are more than `MOST` arguments.
        taus: Kendall's tau-b between each two semantics: 1 for one order, −1 for the reverse; None where all arguments
            rank alike in one of them.
    """

    ranks: Mapping[str, Sequence[int]] = field(repr=False)
    tiers: tuple[Tier, ...]
    pairs: Pairs | None
    taus: Mapping[tuple[str, str], float | None]

    def turns(self, most: int) -> list[tuple[int, int]]:
        """Return pairs that turn round, the first above the second in the first semantics or else in another."""
        found: list[tuple[int, int]] = []
        if self.pairs is None or not self.pairs.turned:
            return found
        orders = list(self.ranks.values())
        above, below = _above(orders), _below(orders)
        for one in range(len(orders[0])):
            rest = _any(above, one) & _any(below, one) >> (one + 1) << (one + 1)
            while rest and len(found) < most:
                other = (rest & -rest).bit_length() - 1
                rest &= rest - 1
                is_first = next(ranks[one] < ranks[other] for ranks in orders if ranks[one] != ranks[other])
                found.append((one, other) if is_first else (other, one))
        return found


def agreement(found: Mapping[str, Strengths], subjects: Sequence[int]) -> Agreement:
    """Compare the orders of arguments under several semantics.

    Args:
        found: The strengths of one graph, by the name of the semantics.
        subjects: The indices of the arguments to rank.
    """
    ranks = {name: ranked(each, subjects) for name, each in found.items()}
    orders = list(ranks.values())
    taus = {(one, other): tau_b(ranks[one], ranks[other]) for one, other in combinations(ranks, 2)}
    tiers = tuple(_tiers(orders))
    if len(subjects) > MOST:
        return Agreement(ranks, tiers, None, taus)
    above, below = _above(orders), _below(orders)
    tiers = tuple(evolve(tier, unsettled=_unsettled(tier.members, above, below)) for tier in tiers)
    return Agreement(ranks, tiers, _pairs(orders, above, below), taus)


def ranked(found: Strengths, subjects: Sequence[int]) -> list[int]:
    """Return the class of each argument, 0 for the strongest; under burden, by the first round in which they differ."""
    if found.gradual.is_burden:
        places, _ = classes(found.graph)
        dense = {place: number for number, place in enumerate(sorted({places[each] for each in subjects}))}
        return [dense[places[each]] for each in subjects]
    by_strength = sorted(range(len(subjects)), key=lambda at: -found.values[subjects[at]])
    ranks, rank, last = [0] * len(subjects), -1, 2.0
    for at in by_strength:
        value = found.values[subjects[at]]
        rank += last - value >= SAME
        ranks[at], last = rank, value
    return ranks


def tau_b(one: Sequence[int], other: Sequence[int]) -> float | None:
    """Return Kendall's tau-b between two orders, in near linear time (Knight 1966); None where one knows no order.

    Example:
        >>> tau_b([0, 1, 2], [0, 1, 2]), tau_b([0, 1, 2], [2, 1, 0]), tau_b([0, 0], [0, 1])
        (1.0, -1.0, None)
    """
    total = _two(len(one))
    tied_one, tied_other = (sum(map(_two, Counter(ranks).values())) for ranks in (one, other))
    tied_both = sum(map(_two, Counter(zip(one, other, strict=True)).values()))
    if total in (tied_one, tied_other):
        return None
    discordant = _inversions([rank for _, rank in sorted(zip(one, other, strict=True))])
    concordant = total - tied_one - tied_other + tied_both - discordant
    return (concordant - discordant) / sqrt((total - tied_one) * (total - tied_other))


def _two(number: int) -> int:
    return number * (number - 1) // 2


def _inversions(ranks: Sequence[int]) -> int:
    """Count the pairs of which the first is the larger, by sums over a binary indexed tree (Fenwick 1994)."""
    size = max(ranks, default=0) + 1
    tree, count = [0] * (size + 1), 0
    for number, rank in enumerate(ranks):
        at, smaller = rank + 1, 0
        while at:
            smaller += tree[at]
            at &= at - 1
        count += number - smaller
        at = rank + 1
        while at <= size:
            tree[at] += 1
            at += at & -at
    return count


def _tiers(orders: Sequence[Sequence[int]]) -> Iterator[Tier]:
    """Cut the arguments wherever all that come before rank above all that follow, in every order."""
    places = sorted(range(len(orders[0])), key=lambda at: [ranks[at] for ranks in orders])
    least = [list(_least(ranks, places)) for ranks in orders]
    worst = [-1] * len(orders)
    members: list[int] = []
    for number, place in enumerate(places):
        members.append(place)
        worst = [max(most, ranks[place]) for most, ranks in zip(worst, orders, strict=True)]
        if number + 1 == len(places) or all(w < rest[number + 1] for w, rest in zip(worst, least, strict=True)):
            yield Tier(tuple(members), any(len({ranks[each] for each in members}) > 1 for ranks in orders))
            members = []


def _least(ranks: Sequence[int], places: Sequence[int]) -> list[int]:
    """Return for each place in an order the best rank from there on."""
    found: list[int] = []
    best = len(places)
    for place in reversed(places):
        best = min(best, ranks[place])
        found.append(best)
    return found[::-1]


Above = list[list[int]]
"""By order and argument, the arguments that rank above it, as bits."""


def _above(orders: Sequence[Sequence[int]]) -> Above:
    return [_over(ranks) for ranks in orders]


def _below(orders: Sequence[Sequence[int]]) -> Above:
    return [_over([-rank for rank in ranks]) for ranks in orders]


def _over(ranks: Sequence[int]) -> list[int]:
    """Return for each argument those with a smaller rank."""
    by_rank: dict[int, int] = {}
    for at, rank in enumerate(ranks):
        by_rank[rank] = by_rank.get(rank, 0) | 1 << at
    before, over = 0, dict[int, int]()
    for rank in sorted(by_rank):
        over[rank] = before
        before |= by_rank[rank]
    return [over[rank] for rank in ranks]


def _any(orders: Above, at: int) -> int:
    found = 0
    for order in orders:
        found |= order[at]
    return found


def _all(orders: Above, at: int) -> int:
    found = orders[0][at]
    for order in orders[1:]:
        found &= order[at]
    return found


def _unsettled(members: Sequence[int], above: Above, below: Above) -> int:
    """Count the pairs within a tier that some semantics order, and not all alike; none reaches out of its tier."""
    return (
        sum(((_any(above, at) | _any(below, at)) & ~(_all(above, at) | _all(below, at))).bit_count() for at in members)
        // 2
    )


def _pairs(orders: Sequence[Sequence[int]], above: Above, below: Above) -> Pairs:
    size = len(orders[0])
    ordered = sum(_all(above, at).bit_count() for at in range(size))
    turned = sum((_any(above, at) & _any(below, at)).bit_count() for at in range(size)) // 2
    tied = sum(map(_two, Counter(zip(*orders, strict=True)).values()))
    return Pairs(ordered, tied, turned, _two(size) - ordered - tied - turned)
