"""The extensions of frameworks of some dozens of arguments by clingo, with encodings of our own.

Largest sets come of a heuristic that sets what is shown true first, with each model found excluding its parts. CF2 and
stage2 are not asked by recursion, but by what Gaggl & Woltran (2013) and Dvořák & Gaggl (2016) have found equal to it:
a naive set is of CF2 if it is naive, and of stage2 if it is stage, in the framework less what the set attacks from
outside its loops, where only attacks within loops are left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce

import clingo
import networkx as nx

from argmap.frameworks.framework import Framework

CONFLICT_FREE = """
{ in(X) } :- argument(X).
:- in(X), in(Y), attack(X, Y).
beaten(X) :- in(Y), attack(Y, X).
reach(X) :- in(X).
reach(X) :- beaten(X).
"""
ADMISSIBLE = f"{CONFLICT_FREE} :- in(X), attack(Y, X), not beaten(Y)."
COMPLETE = f"{ADMISSIBLE} :- argument(X), not in(X), beaten(Y) : attack(Y, X)."
STABLE = f"{CONFLICT_FREE} :- argument(X), not reach(X)."
LARGEST = ("--heuristic=Domain", "--enum-mode=domRec", "--dom-mod=3,16")
Sets = Iterable[frozenset[int]]


def models(
    framework: Framework, program: str, *options: str, show: str = "in", extra: str = ""
) -> Iterator[frozenset[int]]:
    """Return the arguments of which each model of a program says what is shown."""
    facts = [f"argument({each})." for each, _ in enumerate(framework.arguments)]
    facts += [f"attack({one},{two})." for two, some in enumerate(framework.attackers) for one in some]
    control = clingo.Control(["0", *options], logger=lambda *_: None)
    control.add("base", [], "\n".join([*facts, program, extra, f"#show {show}/1."]))
    control.ground([("base", [])])
    with control.solve(yield_=True) as found:
        for model in found:
            yield frozenset(symbol.arguments[0].number for symbol in model.symbols(shown=True))


def of_largest_range(framework: Framework, program: str) -> Iterator[frozenset[int]]:
    """Return the models of largest range: all that have one of the largest ranges."""
    for reach in list(models(framework, program, *LARGEST, show="reach")):
        yield from models(framework, program, extra=" ".join(f":- not reach({each})." for each in reach))


def conflict_free(framework: Framework) -> Sets:
    """Return the conflict-free sets."""
    return models(framework, CONFLICT_FREE)


def naive(framework: Framework) -> Sets:
    """Return the largest conflict-free sets."""
    return models(framework, CONFLICT_FREE, *LARGEST)


def admissible(framework: Framework) -> Sets:
    """Return the admissible sets."""
    return models(framework, ADMISSIBLE)


def complete(framework: Framework) -> Sets:
    """Return the complete sets."""
    return models(framework, COMPLETE)


def grounded(framework: Framework) -> Sets:
    """Return what all complete sets share."""
    *_, last = models(framework, COMPLETE, "--enum-mode=cautious")
    return [last]


def preferred(framework: Framework) -> Sets:
    """Return the largest admissible sets."""
    return models(framework, ADMISSIBLE, *LARGEST)


def stable(framework: Framework) -> Sets:
    """Return the conflict-free sets whose range is everything."""
    return models(framework, STABLE)


def semi_stable(framework: Framework) -> Sets:
    """Return the complete sets of largest range."""
    return of_largest_range(framework, COMPLETE)


def stage(framework: Framework) -> Sets:
    """Return the conflict-free sets of largest range."""
    return of_largest_range(framework, CONFLICT_FREE)


def largest_admissible_in_all(framework: Framework, sets: Sets) -> Sets:
    """Return the largest admissible sets that are a part of each of some sets."""
    shared = reduce(frozenset.intersection, sets)
    others = " ".join(f":- in({each})." for each, _ in enumerate(framework.arguments) if each not in shared)
    return models(framework, ADMISSIBLE, *LARGEST, extra=others)


def ideal(framework: Framework) -> Sets:
    """Return the largest admissible set that all preferred sets hold."""
    return largest_admissible_in_all(framework, preferred(framework))


def eager(framework: Framework) -> Sets:
    """Return the largest admissible set that all semi-stable sets hold."""
    return largest_admissible_in_all(framework, semi_stable(framework))


def cf2(framework: Framework) -> Sets:
    """Return the conflict-free sets that are naive within the loops that they leave."""
    return [each for each in naive(framework) if is_naive(within_loops(framework, each), each)]


def stage2(framework: Framework) -> Sets:
    """Return the naive sets that are stage within the loops that they leave."""
    within = ((each, within_loops(framework, each)) for each in naive(framework))
    return [each for each, attacks in within if is_naive(attacks, each) and has_largest_range(attacks, each)]


def within_loops(framework: Framework, chosen: frozenset[int]) -> nx.DiGraph:
    """Return the attacks within strong components, less what a set attacks with no way back, again and again."""
    attacks = nx.DiGraph((one, two) for two, some in enumerate(framework.attackers) for one in some)
    attacks.add_nodes_from(range(len(framework.arguments)))
    whole = attacks.copy()
    while gone := [
        two for one in chosen for two in whole[one] if two in attacks and not nx.has_path(attacks, two, one)
    ]:
        attacks.remove_nodes_from(gone)
    home = {each: number for number, part in enumerate(nx.strongly_connected_components(attacks)) for each in part}
    attacks.remove_edges_from([(one, two) for one, two in attacks.edges if home[one] != home[two]])
    return attacks


def is_naive(attacks: nx.DiGraph, chosen: frozenset[int]) -> bool:
    """Return whether a conflict-free set leaves out only what attacks itself, attacks the set or is attacked by it."""
    return all(
        attacks.has_edge(each, each) or chosen & {*attacks.predecessors(each), *attacks.successors(each)}
        for each in attacks
        if each not in chosen
    )


def has_largest_range(attacks: nx.DiGraph, chosen: frozenset[int]) -> bool:
    """Return whether no conflict-free set has a range of which that of a set is a proper part."""
    reach = chosen.union(*(attacks.successors(each) for each in chosen))
    left = Framework.of(map(str, attacks), [(str(one), str(two)) for one, two in attacks.edges])
    must = " ".join(f":- not reach({left.index(str(each))})." for each in reach)
    more = " ".join(f"more :- reach({left.index(str(each))})." for each in attacks if each not in reach)
    return next(models(left, CONFLICT_FREE, extra=f"{must} {more} :- not more."), None) is None


SEMANTICS: dict[str, Callable[[Framework], Sets]] = {
    "CF": conflict_free,
    "NA": naive,
    "AD": admissible,
    "CO": complete,
    "GR": grounded,
    "PR": preferred,
    "ST": stable,
    "SST": semi_stable,
    "STG": stage,
    "ID": ideal,
    "EAG": eager,
    "CF2": cf2,
    "stage2": stage2,
}


def extensions(framework: Framework, semantics: str) -> set[frozenset[str]]:
    """Return all extensions of a framework."""
    return {frozenset(framework.names(each)) for each in SEMANTICS[semantics](framework)}
