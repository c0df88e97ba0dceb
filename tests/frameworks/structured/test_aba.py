"""Flat assumption-based argumentation."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import NotFlatError, TooManyError
from argmap.frameworks.structured.aba import AbaTheory, instantiate

from ...strategies import examples
from .. import oracle

ATOMS = st.sampled_from("pqr")
ASSUMPTIONS = ("a", "b", "c")


@st.composite
def theories(draw: st.DrawFn) -> AbaTheory:
    """Draw a small flat theory."""
    anything = st.sampled_from("abcpqr")
    bodies = st.lists(anything, max_size=2).map(tuple)
    return AbaTheory(
        ASSUMPTIONS,
        draw(st.dictionaries(st.sampled_from(ASSUMPTIONS), anything)),
        tuple(draw(st.lists(st.tuples(ATOMS, bodies), max_size=6))),
    )


def derived(theory: AbaTheory, assumed: frozenset[str]) -> frozenset[str]:
    """Return all that follows from some assumptions."""
    found = assumed
    while True:
        more = found | {head for head, body in theory.rules if found.issuperset(body)}
        if more == found:
            return found
        found = more


def complete_sets(theory: AbaTheory) -> set[frozenset[str]]:
    """Return the complete sets of assumptions, by their definition: without conflict, and just what they defend."""
    sets = [frozenset(some) for size in range(4) for some in combinations(ASSUMPTIONS, size)]

    def attacks(one: frozenset[str], other: frozenset[str]) -> bool:
        return not derived(theory, one).isdisjoint(
            theory.contraries[each] for each in other if each in theory.contraries
        )

    def defends(one: frozenset[str], assumption: str) -> bool:
        return all(attacks(one, other) for other in sets if attacks(other, frozenset(assumption)))

    return {one for one in sets if not attacks(one, one) and one == {a for a in ASSUMPTIONS if defends(one, a)}}


@given(theory=theories())
@examples(300)
def test_complete_extensions_are_the_complete_sets_of_assumptions(theory: AbaTheory) -> None:
    """The assumptions that hold in complete extensions are the sets that Bondarenko et al. define, one to one."""
    made = instantiate(theory)
    assume(len(made.arguments) <= 10)
    found = [made.holding(each) for each in oracle.extensions(made.framework, "CO")]
    assert len(set(found)) == len(found)
    assert {each & set(ASSUMPTIONS) for each in found} == complete_sets(theory)
    assert all(derived(theory, each & set(ASSUMPTIONS)) == each for each in found)


def test_only_flat_theories_are_taken() -> None:
    """A rule that concludes an assumption is named."""
    with pytest.raises(NotFlatError, match="rules conclude the assumptions 'a': only flat theories are read"):
        instantiate(AbaTheory(("a", "b"), {}, (("a", ("b",)),)))


def test_too_many_arguments_are_refused() -> None:
    """Two assumptions for each of thirty atoms that are needed together are 2³⁰ arguments."""
    rules = [(f"p{n}", (f"{side}{n}", *([f"p{n - 1}"] if n else []))) for n in range(30) for side in "ab"]
    with pytest.raises(TooManyError, match="more than 1,000 arguments"):
        instantiate(AbaTheory(tuple(f"{side}{n}" for n in range(30) for side in "ab"), {}, tuple(rules)), most=1000)
