"""Agreement of two or more coders on categories: percent, Cohen's kappa and Krippendorff's alpha.

- *Percent* is the share of units that got the same value.
- *Kappa* (Cohen 1960, "A coefficient of agreement for nominal scales") is for two coders; what chance would give is
  taken from the values of each coder by itself.
- *Alpha* (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability") is for any number of coders, and for units
  that some of them left out; what chance would give is taken from the values of all coders together.

All are 1 where coders agree throughout. Kappa and alpha are 0 where they agree as often as chance would have it, and
undefined where there is nothing to tell apart: no unit, or one value alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from attrs import frozen

Pairs = Mapping[tuple[str, str], int]
"""How many units got each pair of values, the first coder's first."""


@frozen
class Agreement:
    """How far two coders agree.

    Attributes:
        units: How many units both have coded.
        percent: The share of them that got the same value, from 0 to 1; None where there is none.
        kappa: Cohen's kappa; None where it is undefined.
        alpha: Krippendorff's alpha for nominal values; None where it is undefined.
    """

    units: int
    percent: float | None
    kappa: float | None
    alpha: float | None

    @classmethod
    def of(cls, pairs: Pairs) -> Agreement:
        """Work out how far two coders agree.

        Example:
            >>> print(Agreement.of({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}))
            Agreement(units=50, percent=0.7, kappa=0.4, alpha=0.4)
        """
        units = sum(pairs.values())
        if not units:
            return cls(0, None, None, None)
        percent = sum(count for (one, other), count in pairs.items() if one == other) / units
        return cls(units, percent, kappa(pairs), alpha_of_two(pairs))


def kappa(pairs: Pairs) -> float | None:
    """Return Cohen's kappa of two coders; None where both gave every unit one and the same value, or there is none."""
    units = sum(pairs.values())
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), count in pairs.items():
        first[one] += count
        second[other] += count
    chance = sum(count * second[value] for value, count in first.items())
    if chance == units * units:
        return None
    agreed = sum(count for (one, other), count in pairs.items() if one == other)
    return (units * agreed - chance) / (units * units - chance)


def alpha_of_two(pairs: Pairs) -> float | None:
    """Return Krippendorff's alpha of two coders, neither of whom left out a unit; None where it is undefined."""
    totals = Counter[Hashable]()
    for (one, other), count in pairs.items():
        totals[one] += count
        totals[other] += count
    differing = sum(2 * count for (one, other), count in pairs.items() if one != other)
    return _alpha(differing, totals)


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float | None:
    """Return Krippendorff's alpha for nominal values.

    Args:
        units: The values that the coders gave each unit, None by who left it out.

    Returns:
        From 1 down; None where no unit has two values, or all values are the same.

    Example:
        >>> round(alpha([("a", "b"), ("a", "a"), ("b", "b"), ("b", "b"), (None, "b")]), 3)
        0.533
    """
    totals = Counter[Hashable]()
    differing = 0.0
    for unit in units:
        values = Counter(value for value in unit if value is not None)
        number = values.total()
        if number > 1:
            totals.update(values)
            differing += (number * number - sum(count * count for count in values.values())) / (number - 1)
    return _alpha(differing, totals)


def _alpha(differing: float, totals: Counter[Hashable]) -> float | None:
    """Return alpha from the coincidences of different values, and how often each value is part of a coincidence."""
    number = totals.total()
    expected = number * number - sum(count * count for count in totals.values())
    return 1 - (number - 1) * differing / expected if expected else None
