"""All ways of deriving things by rules."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import TooManyError
from argmap.frameworks.structured.derivations import derive

ATOMS = st.integers(0, 4)
RULES = st.lists(st.tuples(ATOMS, st.lists(ATOMS, max_size=2, unique=True).map(tuple)), max_size=6)

Tree = tuple[int, tuple]


def height(tree: Tree) -> int:
    """Return how many rules stand above each other."""
    return 1 + max(map(height, tree[1]), default=0)


@given(rules=RULES)
def test_every_tree_is_made_once(rules: list[tuple[int, tuple[int, ...]]]) -> None:
    """All trees of rules up to a height are made, none twice, and nothing else is."""
    made: list[Tree] = []

    def combine(number: int, parts: tuple[Tree, ...]) -> Tree | None:
        tree = (number, parts)
        if height(tree) > 3:
            return None
        made.append(tree)
        return tree

    expected: set[Tree] = set()
    for _ in range(3):
        by_head: dict[int, list[Tree]] = {}
        for tree in expected:
            by_head.setdefault(rules[tree[0]][0], []).append(tree)
        expected = {
            (number, parts)
            for number, (_, needs) in enumerate(rules)
            for parts in product(*(by_head.get(need, ()) for need in needs))
        }
    found = derive(rules, combine)
    assert {tree for trees in found.values() for tree in trees} == expected
    assert len(made) == len(expected)
    assert all(rules[tree[0]][0] == head for head, trees in found.items() for tree in trees)


def test_vain_tries_end_too() -> None:
    """Where nothing can be made of ever so many combinations, that ends as well."""
    rules = [*(("a", ()) for _ in range(50)), *(("b", ()) for _ in range(50)), ("c", ("a", "b"))]
    with pytest.raises(TooManyError, match="more than 100 lines"):
        derive(rules, lambda rule, parts: None if parts else rule, most=100, what="lines")
