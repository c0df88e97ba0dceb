"""ASPIC+ theories: their arguments and defeats."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import TooManyError
from argmap.frameworks.structured.aspic import AspicArgument, AspicTheory, Rule, instantiate, negation
from argmap.frameworks.structured.preferences import Link, Ordering

from ...strategies import examples
from .. import oracle

WHISKY = AspicTheory(
    rules=(
        Rule("d1", ("born",), "scot"),
        Rule("d2", ("scot",), "whisky"),
        Rule("d3", ("fit",), "~whisky"),
    ),
    premises=("born", "fit"),
    lower_rules=(("d1", "d3"), ("d3", "d2")),
    lower_premises=(("born", "fit"),),
)
BACHELOR = AspicTheory(
    rules=(
        Rule("d1", ("ring",), "married"),
        Rule("d2", ("party",), "bachelor"),
        Rule("s1", ("married",), "~bachelor", is_strict=True),
    ),
    axioms=("ring", "party"),
)


def held(theory: AspicTheory, semantics: str = "GR", *ordering) -> set[frozenset[str]]:
    """Return what is concluded in each extension of a theory."""
    made = instantiate(theory, *ordering)
    return {made.holding(each) for each in oracle.extensions(made.framework, semantics)}


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ((Link.LAST, Ordering.ELITIST), {"born", "fit", "scot", "whisky"}),
        ((Link.LAST, Ordering.DEMOCRATIC), {"born", "fit", "scot", "whisky"}),
        ((Link.WEAKEST, Ordering.ELITIST), {"born", "fit", "scot", "~whisky"}),
        ((Link.WEAKEST, Ordering.DEMOCRATIC), {"born", "fit", "scot"}),
    ],
)
def test_whether_scots_who_keep_fit_like_whisky(ordering: tuple[Link, Ordering], expected: set[str]) -> None:
    """By the last link they do, by the weakest they do not, and if each link must be weaker, nothing follows (T31)."""
    assert held(WHISKY, "GR", *ordering) == {frozenset(expected)}


def test_nobody_is_a_married_bachelor() -> None:
    """Closed under transposition neither is grounded, and no extension has both (T32; Caminada & Amgoud 2007).

    Without transposition, one is married and, as nothing rebuts that, no bachelor.
    """
    assert held(BACHELOR.transposed()) == {frozenset({"ring", "party"})}
    for extension in held(BACHELOR.transposed(), "CO"):
        assert not {"married", "bachelor"} <= extension
    assert held(BACHELOR) == {frozenset({"ring", "party", "married", "~bachelor"})}


def test_transposed_rules_say_what_they_are_made_from() -> None:
    """A strict rule has one transposition for each premise; what is there already is not made again."""
    theory = AspicTheory(rules=(Rule("s", ("p", "q"), "r", is_strict=True), Rule("d", ("p",), "r")))
    assert [str(rule) for rule in theory.transposed().rules] == [
        "[s] p,q->r",
        "[d] p=>r",
        "[s~1] q,~r->~p",
        "[s~2] p,~r->~q",
    ]
    assert theory.transposed().transposed() == theory.transposed()


def test_kinds_of_attack() -> None:
    """Axioms and strict conclusions are not attacked; an undercut or a contrary defeats whatever is preferred."""
    theory = AspicTheory(
        rules=(
            Rule("d1", ("a",), "p"),
            Rule("d2", ("b",), "~p"),
            Rule("d3", ("c",), "~[d1]"),
            Rule("d4", ("c",), "q"),
            Rule("s1", ("p",), "t", is_strict=True),
            Rule("d5", ("b",), "~t"),
            Rule("d6", ("b",), "~a"),
        ),
        axioms=("a",),
        premises=("b", "e"),
        assumptions=("c",),
        contraries=(("q", "e"), ("b", "c")),
        lower_rules=(("d2", "d1"), ("d3", "d1"), ("d4", "d1"), ("d5", "d1")),
        lower_premises=(("b", "e"),),
    )
    made = instantiate(theory)
    names = {str(argument).partition(": ")[2].split(">")[-1].removeprefix("="): argument for argument in made.arguments}
    defeats = {
        (made.arguments[one].conclusion, made.arguments[two].conclusion)
        for two, some in enumerate(made.framework.attackers)
        for one in some
    }
    assert len(names) == len(made.arguments)
    assert defeats == {
        ("a", "~a"),  # an axiom is not attacked, it attacks
        ("p", "~p"),  # d1 is preferred to d2
        ("~[d1]", "p"),  # an undercut
        ("~[d1]", "t"),  # and of what rests on it
        ("q", "e"),  # a contrary of an ordinary premise
        ("b", "c"),  # an attack on an assumption
        ("b", "q"),  # and on what rests on it
        ("b", "~[d1]"),
        ("t", "~t"),  # a strict conclusion is not rebutted, it rebuts
    }


LITERALS = st.sampled_from(["p", "q", "r", "~p", "~q"])


@st.composite
def theories(draw: st.DrawFn) -> AspicTheory:
    """Draw a small theory with everything that theories have."""
    bodies = st.lists(LITERALS, max_size=2, unique=True).map(tuple)
    count = draw(st.integers(0, 5))
    rules = tuple(
        Rule(f"r{n}", draw(bodies), draw(LITERALS | st.sampled_from(["~[r0]", "~[r1]"])), draw(st.integers(0, 3)) == 0)
        for n in range(count)
    )
    leaves = st.lists(LITERALS, max_size=2, unique=True).map(tuple)
    named = st.sampled_from([f"r{n}" for n in range(5)])
    pairs = st.lists(st.tuples(LITERALS, LITERALS), max_size=2).map(tuple)
    return AspicTheory(
        rules,
        draw(leaves),
        draw(leaves),
        draw(leaves),
        draw(pairs),
        draw(st.lists(st.tuples(named, named), max_size=3).map(tuple)),
        draw(pairs),
    )


@given(theory=theories(), link=st.sampled_from(Link), ordering=st.sampled_from(Ordering))
@examples(300)
def test_arguments_and_defeats_are_those_of_the_definitions(
    theory: AspicTheory, link: Link, ordering: Ordering
) -> None:
    """Trees of rules without a conclusion twice on a branch, and defeats as Modgil & Prakken (2013) define them."""
    made = instantiate(theory, link, ordering)
    trees = [tree(argument) for argument in made.arguments]
    assert len(trees) == len(set(trees))
    assert set(trees) == all_trees(theory)
    expected = {(a, b) for a, b in product(trees, trees) if defeats(theory, link, ordering, a, b)}
    found = {(trees[one], trees[two]) for two, some in enumerate(made.framework.attackers) for one in some}
    assert found == expected


Tree = tuple[str, str | None, tuple]
"""The conclusion, the name of the rule, and the trees below."""


def tree(argument: AspicArgument) -> Tree:
    """Return an argument as a tree."""
    return argument.conclusion, argument.rule.name if argument.rule else None, tuple(map(tree, argument.parts))


def branches(one: Tree) -> list[list[str]]:
    """Return the conclusions along each branch."""
    below = [branch for part in one[2] for branch in branches(part)] or [[]]
    return [[one[0], *branch] for branch in below]


def all_trees(theory: AspicTheory) -> set[Tree]:
    """Make all trees, round by round."""
    found: set[Tree] = {(leaf, None, ()) for leaf in (*theory.axioms, *theory.premises, *theory.assumptions)}
    while True:
        more = set(found)
        for rule in theory.rules:
            choices = [[each for each in found if each[0] == premise] for premise in rule.premises]
            for parts in product(*choices):
                made = (rule.conclusion, rule.name, parts)
                if all(len(set(branch)) == len(branch) for branch in branches(made)):
                    more.add(made)
        if more == found:
            return found
        found = more


def parts_of(one: Tree) -> list[Tree]:
    """Return a tree and all its parts."""
    return [one, *(each for part in one[2] for each in parts_of(part))]


def defeats(theory: AspicTheory, link: Link, ordering: Ordering, one: Tree, other: Tree) -> bool:
    """Tell whether an argument defeats another, by one of its parts."""
    rules = {rule.name: rule for rule in theory.rules}
    return any(
        defeats_at_top(theory, lambda a, b: lower(theory, link, ordering, a, b), rules, one, part)
        for part in parts_of(other)
    )


def defeats_at_top(theory: AspicTheory, is_lower, rules: dict[str, Rule], one: Tree, part: Tree) -> bool:
    """Tell whether an argument undercuts, or successfully rebuts or undermines, another at its top."""

    def contrary_of(literal: str, of: str) -> bool:
        return (literal, of) in theory.contraries or literal == negation(of)

    conclusion, name, _ = part
    if name is None:
        if conclusion in theory.axioms or not contrary_of(one[0], conclusion):
            return False
        if conclusion not in theory.premises:
            return True
    elif rules[name].is_strict:
        return False
    elif contrary_of(one[0], f"[{name}]"):
        return True
    elif not contrary_of(one[0], conclusion):
        return False
    return not contrary_of(conclusion, one[0]) or not is_lower(one, part)


def lower(theory: AspicTheory, link: Link, ordering: Ordering, one: Tree, other: Tree) -> bool:
    """Compare two arguments by the definitions of the last and the weakest link."""
    rule_order, premise_order = higher_pairs(theory.lower_rules), higher_pairs(theory.lower_premises)
    strict = {rule.name for rule in theory.rules if rule.is_strict}

    def defeasible(a: Tree) -> set[str]:
        return {each[1] for each in parts_of(a) if each[1] and each[1] not in strict}

    def last(a: Tree) -> set[str]:
        return {a[1]} if a[1] and a[1] not in strict else {name for part in a[2] for name in last(part)}

    def leaves(a: Tree) -> set[str]:
        return {each[0] for each in parts_of(a) if each[1] is None}

    ordinary = set(theory.premises) - set(theory.axioms)
    by_premises = set_lower(leaves(one) & ordinary, leaves(other) & ordinary, premise_order, ordering)
    if not rule_order and not premise_order:
        return False
    if link is Link.LAST:
        by_last = set_lower(last(one), last(other), rule_order, ordering)
        return by_last if last(one) or last(other) else by_premises
    if not defeasible(one) and not defeasible(other):
        return by_premises
    by_rules = set_lower(defeasible(one), defeasible(other), rule_order, ordering)
    firm = leaves(one) | leaves(other) <= set(theory.axioms)
    return by_rules and (firm or by_premises)


def higher_pairs(pairs: tuple[tuple[str, str], ...]) -> set[tuple[str, str]]:
    """Return the strict part of the transitive closure of some preferences."""
    found = set(pairs)
    while True:
        more = found | {(a, d) for a, b in found for c, d in found if b == c}
        if more == found:
            return {(a, b) for a, b in found if (b, a) not in found}
        found = more


def set_lower(one: set[str], other: set[str], order: set[tuple[str, str]], ordering: Ordering) -> bool:
    """Compare two sets of rules or premises."""
    if not one:
        return False
    if not other:
        return True
    if ordering is Ordering.ELITIST:
        return any(all((x, y) in order for y in other) for x in one)
    return all(any((x, y) in order for y in other) for x in one)


def test_too_many_arguments_are_refused() -> None:
    """Two ways to each of thirty literals in a row are 2³⁰ arguments: that is said, and none is left out."""
    rules = [Rule(f"{side}{n}", (f"p{n}",), f"{side}{n}") for n in range(30) for side in "ab"]
    rules += [Rule(f"{side}{n}'", (f"{side}{n}",), f"p{n + 1}") for n in range(30) for side in "ab"]
    with pytest.raises(TooManyError, match="more than 1,000 arguments"):
        instantiate(AspicTheory(rules=tuple(rules), premises=("p0",)), most=1000)


def test_a_long_chain_of_rules_is_an_argument_for_each() -> None:
    """Three thousand rules in a row, of which the first can be undercut, need no recursion."""
    rules = [Rule(f"r{n}", (f"p{n}",), f"p{n + 1}") for n in range(3000)]
    theory = AspicTheory(rules=tuple(rules), premises=("p0", "u"), contraries=(("u", "[r0]"),))
    made = instantiate(theory)
    assert len(made.arguments) == 3002
    assert made.framework.attacks == 3000
    assert len(made.arguments[-1].defeasible) == 3000
