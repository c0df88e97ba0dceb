"""What holds between semantics, and between frameworks, whatever the framework (Baroni, Caminada & Giacomin 2011)."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from argmap.frameworks.framework import Framework
from argmap.frameworks.solving.queries import extensions
from argmap.frameworks.solving.solve import solve

from .drawn import LETTERS, even, frameworks
from .oracle import SEMANTICS

INCLUSIONS = [
    ("ST", "SST"),
    ("SST", "PR"),
    ("PR", "CO"),
    ("CO", "AD"),
    ("AD", "CF"),
    ("ST", "STG"),
    ("STG", "NA"),
    ("ST", "stage2"),
    ("stage2", "CF2"),
    ("CF2", "NA"),
    ("NA", "CF"),
    ("GR", "CO"),
    ("ID", "CO"),
    ("EAG", "CO"),
]
RESPECTING_GROUNDED = ["GR", "CO", "PR", "ST", "SST", "ID", "EAG", "CF2", "stage2"]
ANY_SEMANTICS = st.sampled_from(list(SEMANTICS))


def sets(framework: Framework, semantics: str) -> set[frozenset[str]]:
    """Return all extensions of a framework, each of which is told once."""
    listed = list(map(frozenset, extensions(framework, semantics)))
    assert len(listed) == len(set(listed))
    return set(listed)


def only(framework: Framework, semantics: str) -> frozenset[str]:
    """Return the only extension of a framework."""
    (found,) = sets(framework, semantics)
    return found


def without(framework: Framework, gone: frozenset[str]) -> Framework:
    """Return a framework less some arguments."""
    return Framework.of([each for each in framework.arguments if each not in gone], pairs(framework, gone))


def pairs(framework: Framework, gone: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Return the attacks of a framework by name, less those of or on some arguments."""
    names = framework.arguments
    found = [(names[one], names[two]) for two, attackers in enumerate(framework.attackers) for one in attackers]
    return [pair for pair in found if gone.isdisjoint(pair)]


@given(framework=frameworks(7))
def test_semantics_include_each_other(framework: Framework):
    """Every extension under the narrower of two semantics is one under the wider."""
    found = {each: sets(framework, each) for each in SEMANTICS}
    assert not [(narrow, wide) for narrow, wide in INCLUSIONS if not found[narrow] <= found[wide]]


@given(framework=frameworks(9))
def test_grounded_ideal_and_eager_grow(framework: Framework):
    """There is one grounded, one ideal and one eager extension, each within the next; the ideal is in all preferred."""
    grounded, ideal, eager = (only(framework, each) for each in ("GR", "ID", "EAG"))
    assert grounded <= ideal <= eager
    assert all(ideal <= each for each in sets(framework, "PR"))
    assert all(eager <= each for each in sets(framework, "SST"))


@given(framework=frameworks(8))
def test_stable_sets_are_all_that_reach_furthest(framework: Framework):
    """Where there is a stable extension, just the stable ones are semi-stable, and just they are stage."""
    stable = sets(framework, "ST")
    if stable:
        assert stable == sets(framework, "SST") == sets(framework, "STG")


@given(framework=frameworks(8, loops=False))
def test_where_all_attacks_go_both_ways_semantics_agree(framework: Framework):
    """Of symmetric frameworks without self-attackers the largest conflict-free sets are all there is to choose."""
    both_ways = Framework.of(
        framework.arguments, [each for one, two in pairs(framework) for each in ((one, two), (two, one))]
    )
    naive = sets(both_ways, "NA")
    assert all(sets(both_ways, each) == naive for each in ("PR", "ST", "SST", "STG", "CF2", "stage2"))


@given(framework=even(9))
def test_without_odd_circles_preferred_sets_are_stable(framework: Framework):
    """Where no circle of attacks is odd, every preferred extension is stable (Dung 1995)."""
    assert sets(framework, "PR") == sets(framework, "ST")


@given(framework=frameworks(7), semantics=ANY_SEMANTICS)
def test_self_attackers_are_never_in(framework: Framework, semantics: str):
    """No extension holds an argument that attacks itself."""
    for one, two in pairs(framework):
        if one == two:
            assert solve(framework, f"DC-{semantics}", one).outcome == "no"


@given(framework=frameworks(9), semantics=st.sampled_from(RESPECTING_GROUNDED))
def test_what_the_grounded_extension_attacks_can_be_deleted(framework: Framework, semantics: str):
    """Arguments that grounded semantics rejects bear on nothing, but for stage, naive, admissible, conflict-free."""
    grounded = only(framework, "GR")
    out = frozenset(two for one, two in pairs(framework) if one in grounded)
    assert sets(framework, semantics) == sets(without(framework, out), semantics)


@given(one=frameworks(4), two=frameworks(4), semantics=ANY_SEMANTICS)
def test_extensions_of_what_does_not_touch_are_combined(one: Framework, two: Framework, semantics: str):
    """The extensions of two frameworks side by side are each of the one with each of the other, and as many."""
    other = renamed(two, LETTERS[4:])
    both = Framework.of([*one.arguments, *other.arguments], [*pairs(one), *pairs(other)])
    product = {first | second for first in sets(one, semantics) for second in sets(other, semantics)}
    assert sets(both, semantics) == product
    assert solve(both, f"CE-{semantics}").count == len(product)


@given(framework=frameworks(7), semantics=ANY_SEMANTICS, order=st.permutations(LETTERS[:7]))
def test_names_and_order_do_not_matter(framework: Framework, semantics: str, order: list[str]):
    """Arguments by other names, in another order, have the same extensions by those names."""
    names = dict(zip(framework.arguments, order, strict=False))
    other = Framework.of(sorted(names.values()), [(names[one], names[two]) for one, two in pairs(framework)])
    assert sets(other, semantics) == {frozenset(map(names.get, each)) for each in sets(framework, semantics)}


@given(framework=frameworks(8))
def test_ideal_is_the_largest_admissible_set_in_all_preferred(framework: Framework):
    """No admissible set within all preferred extensions holds anything that the ideal one lacks."""
    shared = reduce(frozenset.intersection, sets(framework, "PR"))
    assert max((each for each in sets(framework, "AD") if each <= shared), key=len) == only(framework, "ID")


def renamed(framework: Framework, names: str) -> Framework:
    """Return a framework whose arguments have other names."""
    return Framework(tuple(names[: len(framework.arguments)]), framework.attackers)
