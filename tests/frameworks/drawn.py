"""Frameworks at random: of every density, with self-attackers, arguments in no attack, and parts that do not meet."""

from __future__ import annotations

from functools import reduce
from random import Random

from hypothesis import strategies as st

from argmap.frameworks.framework import Framework

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@st.composite
def frameworks(draw: st.DrawFn, most: int = 6, *, loops: bool = True) -> Framework:
    """Draw a framework of up to so many arguments; without ``loops`` none attacks itself.

    Who attacks an argument is a number whose bits are the attackers: several numbers drawn and joined by *and* make few
    attacks, joined by *or* many.
    """
    number = draw(st.integers(0, most))
    join = draw(st.sampled_from([int.__and__, int.__or__]))
    rows = st.lists(st.integers(0, (1 << number) - 1), min_size=(times := draw(st.integers(1, 3))), max_size=times)
    attackers = [reduce(join, draw(rows)) & ~(0 if loops else 1 << target) for target in range(number)]
    pairs = [
        (LETTERS[one], LETTERS[two]) for two in range(number) for one in range(number) if attackers[two] >> one & 1
    ]
    return Framework.of(LETTERS[:number], pairs)


@st.composite
def even(draw: st.DrawFn, most: int = 6) -> Framework:
    """Draw a framework without odd circles: attacks go on to a later tier, or within one from side to side."""
    drawn = draw(frameworks(most, loops=False))
    tier = draw(st.lists(st.integers(0, 2), min_size=most, max_size=most))
    side = draw(st.lists(st.booleans(), min_size=most, max_size=most))
    attackers = tuple(
        tuple(one for one in some if tier[one] < tier[two] or (tier[one] == tier[two] and side[one] != side[two]))
        for two, some in enumerate(drawn.attackers)
    )
    return Framework(drawn.arguments, attackers)


def scattered(number: int, density: float, *, answered: float = 0.0, seed: int) -> Framework:
    """Return a framework of numbered arguments in which each attacks each with the same probability.

    Some attacks are answered by one the other way, which makes for more extensions.
    """
    random = Random(seed)  # noqa: S311
    names = [str(each) for each in range(1, number + 1)]
    attacks = [(one, two) for one in names for two in names if random.random() < density]
    return Framework.of(names, [*attacks, *((two, one) for one, two in attacks if random.random() < answered)])
