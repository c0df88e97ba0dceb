"""On what a label depends: what is named must be enough."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Basis, Grade, Standing
from argmap.model.citations import Stance
from argmap.model.statements import Kind

from ..strategies import examples
from .drawn import Graded, cited, drawn, graded, maps, with_grades


def sourced(graded: Graded, names: tuple[str, ...]) -> Graded:
    """Cite an independent source of full weight for some statements, or for some citations against one."""
    m, grades = graded
    fresh = {name: (cited(name, "fresh 1"),) for name in names}
    statements = tuple(evolve(s, citations=s.citations + fresh.get(s.id, ())) for s in m.statements)
    best = dict.fromkeys([*names, *(f"{name}@fresh" for name in names)], Grade.INDEPENDENT)
    return evolve(m, statements=statements), {**grades, **best}


BASES = [Basis.INDEPENDENT, Basis.CITED, Basis.DECLARED]


@pytest.mark.parametrize("basis", BASES)
@given(graded=with_grades(maps()))
@examples(150)
def test_what_would_make_a_statement_stand_does(graded: Graded, basis: Basis) -> None:
    """An unsupported statement is accepted once the leaves that are named are sourced."""
    for name, verdict in evaluate(*graded, basis).items():
        assert bool(verdict.would_stand_if) == ("would-stand" in verdict.modifiers)
        if verdict.would_stand_if:
            assert evaluate(*sourced(graded, verdict.would_stand_if), basis)[name].standing is Standing.ACCEPTED


@pytest.mark.parametrize("basis", BASES)
@given(graded=with_grades(maps()))
@examples(150)
def test_sourcing_what_is_missing_supports_the_statement(graded: Graded, basis: Basis) -> None:
    """A statement that lacks leaves is supported once these are sourced, unless a circle stands in the way too."""
    evaluation = evaluate(*graded, basis)
    for name, verdict in evaluation.items():
        after = evaluate(*sourced(graded, verdict.missing), basis)[name]
        if verdict.missing and not evaluation.of("granted")[name].supported:
            assert not after.supported
        elif verdict.missing:
            assert after.supported
        else:
            assert verdict.supported or "circular" in verdict.modifiers


@given(graded=with_grades(maps()))
@examples(150)
def test_what_a_statement_is_conditional_on_is_enough(graded: Graded) -> None:
    """With only the named assumptions left as assumptions, the statement is still accepted."""
    m, grades = graded
    for name, verdict in evaluate(m, grades).items():
        assert bool(verdict.conditional_on) == ("conditional" in verdict.modifiers)
        if verdict.conditional_on:
            kept = tuple(
                evolve(
                    s, kind=Kind.CLAIM if s.kind is Kind.ASSUMPTION and s.id not in verdict.conditional_on else s.kind
                )
                for s in m.statements
            )
            assert evaluate(evolve(m, statements=kept), grades)[name].standing is Standing.ACCEPTED


@pytest.mark.parametrize("basis", BASES)
@given(graded=with_grades(maps()))
@examples(150)
def test_every_open_challenge_names_unsupported_objections(graded: Graded, basis: Basis) -> None:
    """Where an accepted statement would fall on granted leaves, unsupported statements are named that cause it.

    Citations that do not count, as disputed ones do not, are named too: against a statement, or by what has them.
    """
    m, grades = graded
    cited = [(s.id, c) for s in m.statements for c in s.citations]
    counts = {Grade.INDEPENDENT} if basis is Basis.INDEPENDENT else set(Grade) - {Grade.DISPUTED}
    weak = {c.id if c.stance is Stance.CONTRADICTS else name for name, c in cited if grades[c.id] not in counts}
    evaluation = evaluate(m, grades, basis)
    for verdict in evaluation.values():
        assert bool(verdict.challenges) == ("open-challenge" in verdict.modifiers)
        for name in verdict.challenges:
            assert name in weak or evaluation[name].standing is Standing.UNSUPPORTED


def test_a_challenger_with_a_citation_that_does_not_count_is_named() -> None:
    """What is beaten for lack of another independent citation would strike with it."""
    m = drawn("A: s1\nB: s1\nD: s1, s2\nB -x D@s1\nD >< A")
    grades = {c.id: Grade.INDEPENDENT for s in m.statements for c in s.citations}
    verdict = evaluate(m, {**grades, "D@s2": Grade.UNVERIFIED}, Basis.INDEPENDENT)["A"]
    assert ("open-challenge" in verdict.modifiers, verdict.challenges) == (True, ("D",))


def test_an_answer_to_a_standing_objection_may_be_wanted_too() -> None:
    """What would make a claim stand can be more than what it lacks for support."""
    verdict = evaluate(drawn("P -> C \n O: s1 \n O -| C \n R -| O"))["C"]
    assert verdict.missing == ("P",)
    assert verdict.would_stand_if == ("P", "R")


def test_a_challenge_to_an_answer_is_named_by_its_root() -> None:
    """When an uncited objection would fell the answer to an objection, that uncited one is the challenge."""
    verdict = evaluate(drawn("C: s1 \n O: s2 \n R: s3 \n O -| C \n R -| O \n X -| R"))["C"]
    assert verdict.challenges == ("X",)


def test_the_smaller_repair_is_proposed() -> None:
    """Of two lines, the one that lacks fewer leaves says what is missing; between equals the author's first."""
    assert evaluate(drawn("A + B -> C \n D -> C"))["C"].missing == ("D",)
    assert evaluate(drawn("A -> C \n B -> C"))["C"].missing == ("A",)


def test_what_lacks_a_leaf_and_rests_on_a_circle_names_the_leaf() -> None:
    """Where a line lacks a leaf and goes round too, the leaf is named and nothing is said to make it stand."""
    verdict = evaluate(drawn("A -> B \n B -> A \n A + L -> C"))["C"]
    assert (verdict.missing, verdict.would_stand_if, verdict.modifiers) == (("L",), (), ())


def test_what_is_independent_already_is_not_wanted_again() -> None:
    """A premise with an independent reason is not asked for one, though it has a weaker citation besides."""
    m = drawn("E: s1 \n P: s2 \n E -> P \n P + L -> C")
    grades = graded(m, {"s1": Grade.INDEPENDENT, "s2": Grade.OWN_WORD})
    assert evaluate(m, grades, "independent")["C"].would_stand_if == ("L",)
