"""Probabilistic frameworks, in the constellation semantics."""

from __future__ import annotations

from itertools import product
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownNameError, WrongNumberError
from argmap.frameworks.framework import Framework
from argmap.frameworks.probability import grounded_chance
from argmap.frameworks.solving.queries import holds_in_all

PAIR = Framework.of("ab", [("a", "b")])


def test_t36_of_the_literature():
    """An attack that may be there, from an argument that may be, on one that may be: .8 × (1 - .6 × .5)."""
    chance = grounded_chance(PAIR, "b", {"a": 0.6, "b": 0.8}, {("a", "b"): 0.5})
    assert chance.is_exact
    assert chance.value == pytest.approx(0.56, abs=1e-15)


_SOME = st.sampled_from([0.0, 0.3, 0.5, 1.0])


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=5, unique=True),
    st.dictionaries(st.sampled_from("abcd"), _SOME),
    st.lists(_SOME, min_size=5, max_size=5),
)
def test_it_is_what_all_constellations_together_say(attacks, arguments, likely):
    """Every choice of arguments, and of attacks among them, is solved by itself and counted as likely as it is."""
    chances = {**dict.fromkeys("abcd", 1.0), **arguments}
    of_attacks = dict(zip(attacks, likely, strict=False))
    total = 0.0
    for there in product([False, True], repeat=4):
        names = [name for name, is_there in zip("abcd", there, strict=True) if is_there]
        weight = prod(chances[n] if n in names else 1 - chances[n] for n in "abcd")
        among = [pair for pair in attacks if set(pair) <= set(names)]
        for chosen in product([False, True], repeat=len(among)) if weight and "a" in names else ():
            drawn = [pair for pair, is_there in zip(among, chosen, strict=True) if is_there]
            part = prod(of_attacks[p] if p in drawn else 1 - of_attacks[p] for p in among)
            if part and holds_in_all(Framework.of(names, drawn), "grounded", "a"):
                total += weight * part
    found = grounded_chance(Framework.of("abcd", attacks), "a", arguments, of_attacks)
    assert found.value == pytest.approx(total)


def test_only_what_can_reach_the_argument_matters():
    """A thousand uncertain arguments that it attacks, and one that attacks it, leave one uncertain element."""
    names = [f"n{number}" for number in range(1000)]
    framework = Framework.of(["a", "b", *names], [("b", "a"), *(("a", name) for name in names)])
    assert grounded_chance(framework, "a", {"b": 0.25, **dict.fromkeys(names, 0.5)}).value == 0.75


def test_what_is_beyond_reach_is_drawn_and_repeated_by_its_seed(monkeypatch):
    """Where attacks cross beyond exact reach, there is an interval, and the seed gives it again."""
    monkeypatch.setattr("argmap.frameworks.chances.weighing._MOST_STEPS", 100)
    names = [f"n{number}" for number in range(30)]
    attacks = [(a, b) for place, a in enumerate(names) for b in names[place % 7 :: 5] if a != b]
    framework = Framework.of(names, attacks)
    one, again = (grounded_chance(framework, "n0", dict.fromkeys(names, 0.3), draws=500, seed=3) for _ in range(2))
    assert one == again
    assert (one.draws, one.low < one.value < one.high) == (500, True)


def test_wrong_names_and_numbers_are_told():
    """What is not there is answered with what was meant, a number out of its range with what it can be."""
    with pytest.raises(UnknownNameError, match="unknown argument 'c'"):
        grounded_chance(PAIR, "b", {"c": 0.5})
    with pytest.raises(UnknownNameError, match="unknown attack 'b -> a': did you mean 'a -> b'"):
        grounded_chance(PAIR, "b", attacks={("b", "a"): 0.5})
    with pytest.raises(WrongNumberError, match="the probability of the attack 'a -> b' is a number from 0 to 1"):
        grounded_chance(PAIR, "b", attacks={("a", "b"): 2})
