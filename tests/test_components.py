"""Strongly connected components."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from argmap.components import strong_components

from .strategies import examples

ARCS = st.integers(1, 8).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size)
)


@given(successors=ARCS)
@examples(200)
def test_components_are_those_of_networkx_and_come_after_what_they_reach(successors: list[list[int]]) -> None:
    """The components are the strongly connected ones, and no arc leads from one to a later one."""
    components = strong_components(range(len(successors)), successors)
    arcs = nx.DiGraph((node, other) for node, others in enumerate(successors) for other in others)
    arcs.add_nodes_from(range(len(successors)))
    assert {frozenset(c) for c in components} == {frozenset(c) for c in nx.strongly_connected_components(arcs)}
    place = {node: number for number, component in enumerate(components) for node in component}
    assert all(place[other] <= place[node] for node, other in arcs.edges)


def test_components_of_a_long_chain_do_not_recurse() -> None:
    """A path of a hundred thousand nodes is no matter."""
    path = [[node + 1] for node in range(99_999)] + [[]]
    assert len(strong_components([0], path)) == 100_000
