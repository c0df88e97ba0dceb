"""Strengths that the literature and other programs give for graphs."""

from __future__ import annotations

import pytest

from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.burdens import burdens
from argmap.frameworks.strengths.motion import Method
from argmap.frameworks.strengths.solving import strengths

EXAMPLE = BipolarGraph.of(
    dict.fromkeys("abcde", 1),
    attacks=[("a", "e"), ("b", "a"), ("b", "c"), ("c", "e"), ("d", "a"), ("e", "d")],
)
"""The example of Bonzon, Delobelle, Konieczny & Maudet (2016), by which ranking semantics are compared."""

DEMOCRACY = BipolarGraph.of(
    {"A1": 0.5, "A2": 0.5, "P1": 0.7, "P2": 0.5, "P3": 0.9, "C1": 0.2, "C2": 0.2, "C3": 0.6, "C4": 0.5},
    attacks=[("C1", "A2"), ("C2", "P2"), ("C3", "P2"), ("C4", "P2")],
    supports=[("P1", "A1"), ("P2", "A1"), ("P3", "A2")],
)
"""The debate on e-democracy of Rago, Toni, Aurisicchio & Baroni (2016), scored as Uncertainpy's examples are."""

STOCK = BipolarGraph.of(
    {"buy": 0.5, "sell": 0.5, "1": 0.8, "2": 0.7, "3": 0.3, "4": 0.9, "5": 0.9},
    attacks=[("buy", "sell"), ("sell", "buy"), ("2", "1"), ("3", "2"), ("4", "3"), ("5", "1")],
    supports=[("1", "sell"), ("2", "buy"), ("4", "2"), ("5", "buy")],
)
"""Whether to buy or to sell a stock (Potyka 2018), with the base scores of Uncertainpy's examples."""

LONE = {
    "attacked": BipolarGraph.of({"a": 0.5, "b": 0.5}, attacks=[("b", "a")]),
    "supported": BipolarGraph.of({"a": 0.5, "b": 0.5}, supports=[("b", "a")]),
}
DUEL = BipolarGraph.of({"a": 0.5, "b": 0.5}, attacks=[("a", "b"), ("b", "a")])


def test_t37_h_categoriser_of_the_ranking_example():
    """The h-categoriser gives the ranking example the published strengths."""
    assert [round(value, 3) for value in strengths(EXAMPLE, "h-categoriser").values] == [0.377, 1, 0.5, 0.652, 0.533]


def test_t37_burden_of_the_ranking_example():
    """In round 2 the arguments of the ranking example have the published burdens."""
    assert [round(value, 3) for value in burdens(EXAMPLE)[2]] == [2.5, 1, 2, 1.333, 1.833]


@pytest.mark.parametrize("attacks", [[("a", "b"), ("b", "a")], [("a", "a"), ("b", "b")]])
def test_t38_h_categoriser_of_duels_and_self_attackers(attacks):
    """Two that attack each other, or themselves, come to the golden section."""
    found = strengths(BipolarGraph.of({"a": 1, "b": 1}, attacks), "h_categoriser")
    assert found.values == pytest.approx([(5**0.5 - 1) / 2] * 2)


@pytest.mark.parametrize(("semantics", "expected"), [("dfquad", (0.08, 0.862, 0.85)), ("qe", (0.1859, 0.7199, 0.6644))])
def test_t39_e_democracy(semantics, expected):
    """The debate on e-democracy has the strengths that Uncertainpy gives it."""
    found = strengths(DEMOCRACY, semantics)
    assert tuple(found[name] for name in ("P2", "A1", "A2")) == pytest.approx(expected, abs=5e-5)
    assert found.method is Method.ONE_PASS


@pytest.mark.parametrize(
    ("semantics", "buy", "sell"), [("qe", 0.8216, 0.3622), ("df-quad", 0.9964, 0.0034), ("euler", 0.7171, 0.4949)]
)
def test_t40_stock(semantics, buy, sell):
    """The graph on a stock, in which two arguments attack each other, has the strengths that Uncertainpy gives it."""
    found = strengths(STOCK, semantics)
    assert (found["buy"], found["sell"]) == pytest.approx((buy, sell), abs=5e-5)
    assert found.converged
    assert found.residual < 1e-8


@pytest.mark.parametrize(
    ("semantics", "attacked", "supported"),
    [("dfquad", 0.25, 0.75), ("qe", 0.4, 0.6), ("euler", 0.4245, 0.5889), ("mlp", 0.3775, 0.6225)],
)
def test_t41_one_attacker_and_one_supporter(semantics, attacked, supported):
    """One attacker, and one supporter, move a base score of a half as the formula of each semantics says."""
    assert strengths(LONE["attacked"], semantics)["a"] == pytest.approx(attacked, abs=5e-5)
    assert strengths(LONE["supported"], semantics)["a"] == pytest.approx(supported, abs=5e-5)


@pytest.mark.parametrize(
    ("semantics", "both"), [("dfquad", 0.3333), ("qe", 0.4239), ("euler", 0.4336), ("mlp", 0.4011)]
)
def test_t42_mutual_attack(semantics, both):
    """Two that attack each other come to rest at one strength."""
    assert strengths(DUEL, semantics).values == pytest.approx((both, both), abs=5e-5)


def test_df_quad_flips_for_ever_where_its_continuous_variant_rests():
    """Two at 1 that attack each other flip between 0 and 1 under DF-QuAD; followed in time, they rest at .5."""
    found = strengths(BipolarGraph.of({"a": 1, "b": 1}, [("a", "b"), ("b", "a")]), "dfquad")
    assert found.values == pytest.approx((0.5, 0.5))
    assert (found.method, found.converged) == (Method.CONTINUOUS, True)
    assert str(found.method) == "RK4, continuous variant"


def test_circular_support_saturates_under_df_quad_alone():
    """Two arguments of .1 that support each other reach 1 under DF-QuAD, and .11 under quadratic energy."""
    circle = BipolarGraph.of({"a": 0.1, "b": 0.1}, supports=[("a", "b"), ("b", "a")])
    assert strengths(circle, "dfquad")["a"] == pytest.approx(1)
    assert strengths(circle, "qe")["a"] == pytest.approx(0.11, abs=0.005)


def test_df_quad_saturates_where_quadratic_energy_does_not():
    """One attacker and two supporters at 1 leave .5 where it is under DF-QuAD, and lift it to .75 under QE."""
    graph = BipolarGraph.of({"t": 0.5, "x": 1, "y": 1, "z": 1}, [("x", "t")], [("y", "t"), ("z", "t")])
    assert strengths(graph, "dfquad")["t"] == 0.5
    assert strengths(graph, "qe")["t"] == pytest.approx(0.75)
