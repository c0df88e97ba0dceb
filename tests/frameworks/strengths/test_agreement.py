"""How far orders agree."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import UnknownNameError
from argmap.frameworks.strengths.agreement import agreement, ranked, tau_b
from argmap.frameworks.strengths.bipolar import BipolarGraph
from argmap.frameworks.strengths.gradual import known, name_of
from argmap.frameworks.strengths.ranking import ranking
from argmap.frameworks.strengths.solving import Strengths, strengths

from .bipolar_graphs import graphs


def sign(number):
    """Return -1, 0 or 1."""
    return (number > 0) - (number < 0)


def orders(graph, names=("quadratic_energy", "df_quad", "euler", "h_categoriser")):
    """Return the strengths of a graph under some semantics."""
    return {name: strengths(graph, name) for name in names}


@given(ranks=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=12))
def test_tau_b_is_what_counting_pairs_gives(ranks):
    """Kendall's tau-b is the concordant less the discordant pairs, over the roots of those that each order knows."""
    one, other = [pair[0] for pair in ranks], [pair[1] for pair in ranks]
    signs = [(sign(a[0] - b[0]), sign(a[1] - b[1])) for a, b in combinations(ranks, 2)]
    known_by = [sum(pair[at] != 0 for pair in signs) for at in (0, 1)]
    wanted = sum(a * b for a, b in signs) / (known_by[0] * known_by[1]) ** 0.5 if all(known_by) else None
    found = tau_b(one, other)
    assert found == (None if wanted is None else pytest.approx(wanted))


@given(graph=graphs())
def test_pairs_are_counted_by_what_the_semantics_make_of_them(graph):
    """Each pair is ordered alike by all, tied in all, turned round by some, or the rest."""
    found = agreement(orders(graph), range(len(graph.arguments)))
    counts = {"ordered": 0, "tied": 0, "turned": 0, "loosened": 0}
    turned = set()
    for one, other in combinations(range(len(graph.arguments)), 2):
        signs = {sign(ranks[one] - ranks[other]) for ranks in found.ranks.values()}
        kind = "turned" if signs >= {-1, 1} else "tied" if signs == {0} else "loosened" if 0 in signs else "ordered"
        counts[kind] += 1
        if kind == "turned":
            turned.add((one, other))
    pairs = found.pairs
    assert {name: getattr(pairs, name) for name in counts} == counts
    assert pairs.total == sum(counts.values())
    assert {tuple(sorted(pair)) for pair in found.turns(1000)} == turned
    assert len(found.turns(1)) == min(1, len(turned))
    assert sum(tier.unsettled for tier in found.tiers) == pairs.turned + pairs.loosened


@given(graph=graphs())
def test_tiers_are_cut_wherever_all_semantics_agree(graph):
    """Each tier ranks above the next in every semantics, none can be cut again, and each argument is in one."""
    found = agreement(orders(graph), range(len(graph.arguments)))
    tiers = [tier.members for tier in found.tiers]
    assert sorted(member for tier in tiers for member in tier) == list(range(len(graph.arguments)))
    for above, below in combinations(tiers, 2):
        assert all(ranks[a] < ranks[b] for ranks in found.ranks.values() for a in above for b in below)
    for tier in found.tiers:
        assert tier.is_open == any(len({ranks[each] for each in tier.members}) > 1 for ranks in found.ranks.values())
        for size in range(1, len(tier.members)):
            for some in combinations(tier.members, size):
                rest = set(tier.members) - set(some)
                assert not all(ranks[a] < ranks[b] for ranks in found.ranks.values() for a in some for b in rest)


def test_strengths_that_hardly_differ_rank_alike():
    """What differs by less than a millionth is no order."""
    graph = BipolarGraph.of({"a": 0.5, "b": 0.5 + 1e-9, "c": 0.4})
    assert ranked(Strengths(graph, "quadratic_energy", graph.bases), range(3)) == [0, 0, 1]


def test_ranks_count_those_above():
    """Two that rank alike share a place, and the next has the place after both."""
    found = ranking(BipolarGraph.of({"a": 0.5, "b": 0.5, "c": 0.4, "d": 0.9}), check=())
    assert [(name, found[name].rank) for name in found] == [("a", 2), ("b", 2), ("c", 4), ("d", 1)]


ALIASES = {
    "qe": "quadratic_energy",
    "DF-QuAD": "df_quad",
    "DFQuAD": "df_quad",
    "SD-DFQuAD": "squared_df_quad",
    "Euler based": "euler",
    "h-categoriser": "h_categoriser",
    "bbs": "burden",
    "MLP": "mlp",
}


@pytest.mark.parametrize(("alias", "name"), ALIASES.items())
def test_semantics_go_by_other_names(alias, name):
    """A semantics is found by its name, title or alias, whatever the capitals, hyphens and spaces."""
    assert name_of(alias) == name


def test_an_unknown_semantics_is_told_with_the_nearest():
    """A slip is answered with what may have been meant, anything else with the names."""
    with pytest.raises(UnknownNameError, match=r"unknown gradual semantics 'dfqad': did you mean 'dfquad'\?"):
        name_of("dfqad")
    with pytest.raises(UnknownNameError, match="choose from burden, df_quad, euler, h_categoriser"):
        name_of("Zufall")


def test_no_two_semantics_share_a_name():
    """No alias leads to two semantics."""
    names = [
        "".join(filter(str.isalnum, each.casefold()))
        for name, semantics in known().items()
        for each in {name.replace("_", ""), *(alias.replace("_", "") for alias in semantics.aliases)}
    ]
    assert len(names) == len(set(names))


def test_supports_that_are_left_out_are_told_with_their_count():
    """What knows attacks alone says how many supports it leaves out."""
    graph = BipolarGraph.of({"a": 0.5, "b": 0.5, "c": 0.5}, [("b", "a")], [("c", "a"), ("c", "b")])
    found = ranking(graph, "hcat", check=["qe"])
    assert found.notes == ("h-categoriser knows attacks alone: 2 supports left out",)
    assert found["a"].value == pytest.approx(1 / 3)


def test_what_does_not_rest_round_by_round_is_told():
    """That strengths are those of the continuous variant is said."""
    graph = BipolarGraph.of({"a": 1, "b": 1}, [("a", "b"), ("b", "a")])
    (note,) = ranking(graph, "dfquad", check=()).notes
    assert note.startswith("DF-QuAD: 2 arguments in circles did not come to rest round by round")


def test_what_never_comes_to_rest_is_told():
    """Three groups that hold each other down in a ring swing for ever, also in continuous time, and that is said."""
    groups = [[f"{letter}{number}" for number in range(12)] for letter in "abc"]
    bases = {each: 0.5 for group in groups for each in group} | {f"up{number}": 1 for number in range(6)} | {"a0": 0.6}
    attacks = [(one, other) for at, group in enumerate(groups) for one in group for other in groups[at - 1]]
    supports = [(f"up{number}", each) for number in range(6) for group in groups for each in group]
    found = ranking(BipolarGraph.of(bases, attacks, supports), "mlp", check=())
    strengths_found = found.found["mlp"]
    assert not strengths_found.converged
    assert strengths_found.residual > 0.005
    assert found.notes[-1].startswith("MLP: 36 arguments in circles have not come to rest: one more round would change")
    assert found.notes[-1].endswith("so their figures mean nothing")
