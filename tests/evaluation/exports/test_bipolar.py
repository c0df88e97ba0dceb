"""Support read as deductive or as necessary."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.evaluation.exports.af import to_af
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind
from argmap.model.statements import Kind

from ...strategies import examples
from ..drawn import drawn, maps


def attacks(text: str, reading: str) -> set[tuple[str, str]]:
    """Return the attacks of a map in a reading."""
    framework = to_af(drawn(text), reading).framework
    return {
        (framework.arguments[one], two)
        for two, some in zip(framework.arguments, framework.attackers, strict=True)
        for one in some
    }


@pytest.mark.parametrize(
    ("reading", "text", "derived"),
    [
        ("deductive", "a -> b \n b -| c", {("b", "c"), ("a", "c")}),
        ("deductive", "a -> b \n c -| b", {("c", "b"), ("c", "a")}),
        ("deductive", "a -> b \n c -| a", {("c", "a")}),
        ("deductive", "a -> b \n a -| c", {("a", "c")}),
        ("necessary", "a -> b \n c -| a", {("c", "a"), ("c", "b")}),
        ("necessary", "a -> b \n a -| c", {("a", "c"), ("b", "c")}),
        ("necessary", "a -> b \n c -| b", {("c", "b")}),
        ("necessary", "a -> b \n b -| c", {("b", "c")}),
        ("deductive", "a -> b \n b -> c \n d -> e \n e -| c", {(x, y) for x in "de" for y in "abc"}),
    ],
)
def test_derived_attacks_are_those_of_the_table(reading: str, text: str, derived: set[tuple[str, str]]) -> None:
    """Supported and mediated attacks follow on deductive support, secondary ones on necessary support, no others."""
    assert attacks(text, reading) == derived


@pytest.mark.parametrize("reading", ["deductive", "necessary"])
@given(m=maps())
@examples(150)
def test_attacks_are_the_least_closed_set(reading: str, m: ArgumentMap) -> None:
    """On single premises that nothing undercuts, attacks are what the rules of the table add, again and again."""
    plain = ArgumentMap(
        statements=tuple(s for s in m.statements if not s.citations),
        relations=tuple(r for r in m.relations if len(r.premises) == 1 and r.kind is not RelationKind.UNDERCUT),
    )
    told = {s.id for s in plain.statements if s.kind is not Kind.QUESTION}
    ends = [(r.kind, r.premises[0], r.target) for r in plain.relations if told.issuperset((*r.premises, r.target))]
    implies = {(a, b) if reading == "deductive" else (b, a) for kind, a, b in ends if kind is RelationKind.SUPPORT}
    found = {(a, b) for kind, a, b in ends if kind is RelationKind.ATTACK}
    found |= {pair for kind, a, b in ends if kind is RelationKind.CONTRADICTION for pair in ((a, b), (b, a))}
    while True:
        more = found | {(a, c) for a, b in implies for x, c in found if x == b}
        more |= {(c, a) for a, b in implies for c, x in found if x == b}
        if more == found:
            break
        found = more
    framework = to_af(plain, reading).framework
    made = {
        (framework.arguments[one], two)
        for two, some in zip(framework.arguments, framework.attackers, strict=True)
        for one in some
    }
    assert made == found


def test_linked_premises_are_one_argument_that_needs_them_all() -> None:
    """What refutes a conclusion refutes its linked premises together, and none of them alone."""
    assert attacks("a + b -> c \n x -| c", "deductive") == {("x", "c"), ("x", "a + b")}
    assert attacks("a + b -> c \n x -| a", "deductive") == {("x", "a"), ("x", "a + b")}
    assert attacks("a + b -> c \n x -| a", "necessary") == {("x", "a"), ("x", "a + b"), ("x", "c")}


def test_what_is_undercut_is_an_argument() -> None:
    """An undercut strikes at the step, which is accepted only if its premise is, and not at that."""
    assert attacks("a -> c \n u -x (a -> c)", "deductive") == {("u", "a -> c")}
    assert attacks("a -| c \n u -x (a -| c)", "deductive") == {("u", "a -| c"), ("a -| c", "c")}
    assert attacks("a -> c \n u -x (a -> c)", "necessary") == {("u", "a -> c"), ("u", "c")}


def test_what_has_no_place_is_counted() -> None:
    """Grounds, undercuts of them and judgements are said to be left out; a citation against something is not."""
    export = to_af(
        drawn(
            "a: s1, not s2 \n u: s3 \n u -x a@s1 \n R: recommendation \n a -> R \n b -| R < a \nc: clear-and-convincing"
        ),
        "deductive",
    )
    assert "a@s2" in export.framework.arguments
    assert export.left_out == (
        "2 citations for a statement, as no argument needs a ground",
        "1 undercut of what is no argument",
        "1 judgement on what outweighs an attack",
        "1 proof standard with the weights that it compares",
    )
    assert to_af(drawn("a -| b"), "deductive").left_out == ()
