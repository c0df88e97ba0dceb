"""What every gradual semantics promises, on random graphs (Baroni, Rago & Toni 2018; Amgoud & Ben-Naim 2018)."""

from __future__ import annotations

import math
import random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.burdens import burdens, classes
from argmap.frameworks.strengths.gradual import known
from argmap.frameworks.strengths.motion import Method, follow, iterate
from argmap.frameworks.strengths.solving import stepper, strengths

from ...strategies import examples
from .bipolar_graphs import SCORES, expected, graphs

BIPOLAR = ["df_quad", "euler", "mlp", "quadratic_energy", "squared_df_quad"]
DUAL = ["df_quad", "mlp", "quadratic_energy", "squared_df_quad"]
SCORED = [*BIPOLAR, "h_categoriser"]
ALL = sorted(known())


def near(found, wanted):
    """Tell whether strengths are equal but for rounding and what is left of iterations."""
    return found == pytest.approx(wanted, abs=1e-6)


@pytest.mark.parametrize("semantics", ALL)
@given(graph=graphs(), data=st.data())
def test_anonymity(semantics, graph, data):
    """Names and their order play no part."""
    names = data.draw(st.permutations(graph.arguments))
    pairs = [
        [(graph.arguments[source], graph.arguments[target]) for target, ends in enumerate(each) for source in ends]
        for each in (graph.attackers, graph.supporters)
    ]
    bases = dict(zip(graph.arguments, graph.bases, strict=True))
    found, other = (
        strengths(graph, semantics),
        strengths(BipolarGraph.of({n: bases[n] for n in names}, *pairs), semantics),
    )
    assert near([other[name] for name in graph.arguments], list(found.values)) or not found.converged


@pytest.mark.parametrize("semantics", ALL)
@given(graph=graphs(most=5), other=graphs(most=5))
def test_independence(semantics, graph, other):
    """Beside a graph that nothing connects it with, a graph has the strengths that it has alone."""
    size = len(graph.arguments)

    def moved(ends):
        return tuple(tuple(each + size for each in some) for some in ends)

    both = BipolarGraph(
        (*graph.arguments, *(f"other {name}" for name in other.arguments)),
        graph.bases + other.bases,
        graph.attackers + moved(other.attackers),
        graph.supporters + moved(other.supporters),
    )
    assert strengths(both, semantics).values == strengths(graph, semantics).values + strengths(other, semantics).values


@pytest.mark.parametrize("semantics", ALL)
@given(graph=graphs(), data=st.data())
def test_directionality(semantics, graph, data):
    """A new attack or support changes only what can be reached from its target."""
    size = len(graph.arguments)
    source, target = (data.draw(st.integers(0, size - 1)) for _ in range(2))
    field = data.draw(st.sampled_from(["attackers", "supporters"]))
    ends = [set(each) for each in getattr(graph, field)]
    ends[target].add(source)
    changed = evolve(graph, **{field: tuple(tuple(sorted(each)) for each in ends)})
    reached, todo = {target}, [target]
    for at in todo:
        fresh = {i for i in range(size) if at in changed.attackers[i] or at in changed.supporters[i]} - reached
        reached |= fresh
        todo += fresh
    before, after = strengths(graph, semantics).values, strengths(changed, semantics).values
    assert [before[i] for i in range(size) if i not in reached] == [after[i] for i in range(size) if i not in reached]


@pytest.mark.parametrize("semantics", SCORED)
@given(graph=graphs())
def test_stability(semantics, graph):
    """What nothing bears on keeps its base score."""
    found = strengths(graph, semantics)
    for index, base in enumerate(graph.bases):
        if not graph.attackers[index] and (not graph.supporters[index] or semantics == "h_categoriser"):
            assert found.values[index] == base


@pytest.mark.parametrize("semantics", SCORED)
@given(graph=graphs(acyclic=True), is_attack=st.booleans())
def test_neutrality(semantics, graph, is_attack):
    """An attacker or supporter of no strength changes nothing."""
    size = len(graph.arguments)
    field = "attackers" if is_attack else "supporters"
    ends = [*getattr(graph, field), ()]
    ends[0] = (*ends[0], size)
    fields = {"attackers": (*graph.attackers, ()), "supporters": (*graph.supporters, ())} | {field: tuple(ends)}
    more = BipolarGraph((*graph.arguments, "zero"), (*graph.bases, 0.0), **fields)
    assert near(strengths(more, semantics).values[:size], strengths(graph, semantics).values)


@pytest.mark.parametrize("semantics", BIPOLAR)
@given(base=SCORES, scores=st.lists(SCORES, max_size=4), data=st.data())
def test_balance(semantics, base, scores, data):
    """Attackers and supporters that are equally strong leave a base score where it is."""
    names = [f"{side}{number}" for side in "as" for number in range(len(scores))]
    bases = {"t": base, **dict(zip(names, [*scores, *data.draw(st.permutations(scores))], strict=True))}
    attacks, supports = ([(name, "t") for name in names if name[0] == side] for side in "as")
    assert near(strengths(BipolarGraph.of(bases, attacks, supports), semantics)["t"], base)


@pytest.mark.parametrize("semantics", SCORED)
@given(base=SCORES, attackers=st.lists(SCORES, max_size=4), supporters=st.lists(SCORES, max_size=4), more=SCORES)
def test_monotony(semantics, base, attackers, supporters, more):
    """Another attacker never raises a strength, another supporter never lowers it, nor does a higher base score."""

    def found(at, against, for_it):
        bases = {"t": at} | {f"a{n}": s for n, s in enumerate(against)} | {f"s{n}": s for n, s in enumerate(for_it)}
        attacks, supports = ([(name, "t") for name in bases if name[0] == side] for side in "as")
        return strengths(BipolarGraph.of(bases, attacks, supports), semantics)["t"]

    plain = found(base, attackers, supporters)
    assert found(base, [*attackers, more], supporters) <= plain + 1e-12
    assert found(base, attackers, [*supporters, more]) >= plain - 1e-12
    assert found(max(base, more), attackers, supporters) >= plain - 1e-12


def mirrored(semantics, base, attackers, supporters):
    """Return a strength, and that of the mirror: the base score counted from 1, attackers and supporters exchanged."""
    influence, aggregate = known()[semantics].influence, known()[semantics].aggregate
    return (
        influence(base, aggregate(attackers, supporters)),
        influence(1 - base, aggregate(supporters, attackers)),
    )


@pytest.mark.parametrize("semantics", DUAL)
@given(base=SCORES, attackers=st.lists(SCORES, max_size=4), supporters=st.lists(SCORES, max_size=4))
def test_duality(semantics, base, attackers, supporters):
    """Supports raise a score as attacks would lower its mirror."""
    one, other = mirrored(semantics, base, attackers, supporters)
    assert near(one, 1 - other)


def test_euler_is_not_dual():
    """Under Euler, supports raise more than attacks lower."""
    one, other = mirrored("euler", 0.5, [0.5], [])
    assert abs(one - (1 - other)) > 0.01


@pytest.mark.parametrize("semantics", SCORED)
@given(graph=graphs())
def test_strengths_are_from_0_to_1(semantics, graph):
    """Whatever the graph, strengths are numbers from 0 to 1."""
    assert all(0 <= value <= 1 for value in strengths(graph, semantics).values)


@pytest.mark.parametrize("semantics", SCORED)
@given(graph=graphs(), is_acyclic=st.booleans())
@examples(200)
def test_strengths_are_fixed_points_of_the_published_formulas(semantics, graph, is_acyclic):
    """Each strength is what the formula makes of the strengths of those that bear on it, within the residual."""
    found = strengths(graph, semantics)
    for index, base in enumerate(graph.bases):
        attackers, supporters = (
            [found.values[each] for each in ends[index]] for ends in (graph.attackers, graph.supporters)
        )
        wanted = expected(semantics, base, attackers, supporters)
        assert found.values[index] == pytest.approx(wanted, abs=found.residual + 1e-9)


@pytest.mark.parametrize("semantics", ALL)
@given(graph=graphs(acyclic=True))
def test_one_pass_finds_what_iterations_come_to(semantics, graph):
    """Where nothing goes round, one pass, rounds, and continuous time all arrive at the same strengths."""
    chosen = known()[semantics]
    found = strengths(graph, semantics)
    bases = [1.0] * len(graph.bases) if chosen.is_burden else list(graph.bases)
    supporters = ((),) * len(bases) if chosen.attacks_only else graph.supporters
    step = stepper(graph, supporters, bases, chosen)
    members, by_rounds, by_time = range(len(bases)), list(bases), list(bases)
    iterate(members, by_rounds, step)
    follow(members, by_time, step, is_bounded=not chosen.is_burden)
    assert found.method is Method.ONE_PASS
    assert near(by_rounds, list(found.values))
    assert near(by_time, list(found.values))


@pytest.mark.parametrize("semantics", SCORED)
@given(graph=graphs(most=5))
@examples(60)
def test_rounds_and_time_come_to_rest_at_the_same_strengths(semantics, graph):
    """Where rounds come to rest, so does continuous time, and at the same strengths."""
    chosen = known()[semantics]
    supporters = ((),) * len(graph.bases) if chosen.attacks_only else graph.supporters
    step = stepper(graph, supporters, graph.bases, chosen)
    by_rounds, by_time = list(graph.bases), list(graph.bases)
    _, rest = iterate(range(len(by_rounds)), by_rounds, step)
    _, residual = follow(range(len(by_time)), by_time, step, is_bounded=True)
    if max(rest, residual) <= 1e-9:
        assert by_time == pytest.approx(by_rounds, abs=1e-4)


@given(graph=graphs(attacks_only=True))
def test_burdens_are_compared_round_by_round(graph):
    """Of two arguments, the one with the smaller burden in the first round in which they differ ranks higher."""
    lists = [[round(value, 9) for value in each] for each in zip(*burdens(graph, 40), strict=True)]
    ranks, is_whole = classes(graph)
    assert is_whole
    for one, two in zip(lists, ranks, strict=True):
        for other, another in zip(lists, ranks, strict=True):
            assert (one < other) == (two < another)


@pytest.mark.parametrize("semantics", ALL)
@given(premises=st.lists(SCORES, min_size=1, max_size=4), weight=SCORES)
def test_a_linked_reason_is_as_strong_as_its_weakest_premise(semantics, premises, weight):
    """A linked reason has its weight times the least strength of its premises; under burden, the greatest burden."""
    bases = {f"p{number}": score for number, score in enumerate(premises)}
    found = strengths(BipolarGraph.of({"r": weight, **bases}, linked={"r": list(bases)}), semantics)
    assert found["r"] == (1.0 if semantics == "burden" else weight * min(premises))


@pytest.mark.parametrize("semantics", ["quadratic_energy", "df_quad", "burden"])
def test_long_chains_do_not_recurse(semantics):
    """A chain of two hundred thousand arguments is no matter."""
    size = 200_000
    ends = (*((index + 1,) for index in range(size - 1)), ())
    found = strengths(BipolarGraph(tuple(map(str, range(size))), (0.5,) * size, ends, ((),) * size), semantics)
    assert found.method is Method.ONE_PASS
    assert all(map(math.isfinite, found.values))


@pytest.mark.parametrize("semantics", ["quadratic_energy", "df_quad"])
def test_large_circles_end(semantics):
    """A circle of ten thousand attacks among which some support comes to an end, and says how near it came."""
    size, dice = 10_000, random.Random(3)  # noqa: S311  (no secret)
    around = tuple(((index + 1) % size,) for index in range(size))
    across = tuple((dice.randrange(size),) if dice.random() < 0.3 else () for _ in range(size))
    found = strengths(BipolarGraph(tuple(map(str, range(size))), (0.6,) * size, around, across), semantics)
    assert len(found.circles) >= 1
    assert found.residual < 1e-3


def test_no_number_overflows():
    """Thousands of supporters and attackers at 1 raise no error under any semantics."""
    size = 3_000
    bases = {"t": 0.3, "u": 0.3, **{f"x{number}": 1 for number in range(size)}}
    graph = BipolarGraph.of(
        bases, [(f"x{number}", "t") for number in range(size)], [(f"x{number}", "u") for number in range(size)]
    )
    for semantics in SCORED:
        found = strengths(graph, semantics)
        assert 0 <= found["t"] <= 0.3 <= found["u"] <= 1
