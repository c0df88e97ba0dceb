"""Best lines, what lines have in common, and what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import combinations

from attrs import evolve
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import TRUE, Basis, Grade, Standing
from argmap.evaluation.prospects.contests import Outcome, contests
from argmap.evaluation.prospects.leaves import Leaves
from argmap.evaluation.prospects.lines import Lines, shared
from argmap.evaluation.translation import GRADE
from argmap.evaluation.verdict import Evaluation
from argmap.model.document import ArgumentMap
from argmap.model.relations import RelationKind

from ..strategies import examples
from . import oracle
from .drawn import Graded, circles, cited, drawn, maps, with_grades
from .test_necessity import without_source


def check_line(evaluation: Evaluation, name: str, rules: Iterable[int]) -> None:
    """Check that rules are a line for a statement, and that it ends in grounds without going round."""
    program, at = evaluation.solution.program, evaluation.graph.index_of[name]
    by_head = {program.heads[rule]: rule for rule in rules}
    assert len(by_head) == len([*rules])
    assert {*by_head} == {at} | {p for rule in by_head.values() for p in program.positive[rule]}
    done: set[int] = set()
    while done != set(by_head):
        more = {head for head, rule in by_head.items() if done.issuperset(program.positive[rule])}
        assert more > done
        done = more


@given(graded=with_grades(maps() | circles()))
@examples(200)
def test_a_best_line_is_a_line_with_the_grade_of_its_statement(graded: Graded) -> None:
    """Its weakest ground is what the statement is said to rest on; and the best that stands, stands throughout."""
    evaluation = evaluate(*graded)
    solution, lines = evaluation.solution, Lines(evaluation.solution)
    for name, verdict in evaluation.items():
        if not verdict.supported:
            continue
        at = evaluation.graph.index_of[name]
        best = lines.best(at)
        check_line(evaluation, name, best)
        assert GRADE[max(solution.grounding.ratings[rule] for rule in best)] == verdict.grade
        if verdict.standing is Standing.ACCEPTED:
            standing = lines.standing(at)
            assert GRADE[max(solution.grounding.ratings[rule] for rule in standing)] == verdict.stands_on
            check_line(evaluation, name, standing)
            assert all(solution.truth(rule) == TRUE for rule in standing)
            assert all(solution.values[solution.program.heads[rule]] == TRUE for rule in standing)


def test_the_best_line_need_not_stand() -> None:
    """Of an accepted statement, the best line of those that stand is told apart."""
    evaluation = evaluate(drawn("P: s1 \n A: assumed \n P -> C \n A -> C \n U: s2 \n U -x (P -> C)"))
    lines, at = Lines(evaluation.solution), evaluation.graph.index_of["C"]
    heads = evaluation.solution.program.heads
    name = evaluation.solution.program.name
    assert [name(heads[rule]) for rule in lines.best(at)] == ["C", "P"]
    assert [name(heads[rule]) for rule in lines.standing(at)] == ["C", "A"]
    assert (evaluation["C"].grade, evaluation["C"].stands_on) == (Grade.UNVERIFIED, Grade.ASSUMED)


def test_what_stands_on_nothing_has_no_grade_of_a_line_that_stands() -> None:
    """What is beaten, or lost its support, keeps its grade and stands on nothing; what is in doubt may stand."""
    evaluation = evaluate(drawn("P: s1 \n U: s2 \n P -> C \n U -x (P -> C) \n X: s3 \n Y: s4 \n X >< Y"))
    found = {name: (str(verdict.standing), verdict.grade, verdict.stands_on) for name, verdict in evaluation.items()}
    assert found["C"] == ("rejected", Grade.UNVERIFIED, None)
    assert found["X"] == ("undecided", Grade.UNVERIFIED, Grade.UNVERIFIED)


@given(graded=with_grades(maps() | circles()))
@examples(200)
def test_no_grade_is_told_of_a_line_that_does_not_stand(graded: Graded) -> None:
    """What is told of an accepted statement is what is found where nothing is left but what stands."""
    evaluation = evaluate(*graded)
    assert not evaluation.certify(*graded)
    for verdict in evaluation.values():
        worse = verdict.stands_on is not None and [*Grade].index(verdict.stands_on)
        assert verdict.standing in (Standing.ACCEPTED, Standing.UNDECIDED) or verdict.stands_on is None
        assert verdict.stands_on is None or worse >= [*Grade].index(verdict.grade)


@given(m=maps(attacks=False, largest=7))
@examples(150)
def test_lines_share_a_source_if_neither_holds_without_it(m: ArgumentMap) -> None:
    """For each source, just those lines are told together that are lost with it."""
    evaluation = evaluate(m)
    needs, program = evaluation.solution.needs, evaluation.solution.program
    bits = {source: 1 << number for number, source in enumerate(needs.sources)}
    for name in evaluation:
        at = evaluation.graph.index_of[name]
        if at not in needs.ranks:
            continue
        found = shared(needs, at, bits, needs.needed(bits))
        expected: dict[int, list[int]] = {}
        for number, source in enumerate(needs.sources):
            left = oracle.supported(without_source(m, source), Basis.DECLARED)
            lost = [
                rule
                for rule in needs.real_lines(at)
                if getattr(program.parts[rule], "source", None) == source
                or not left.issuperset(map(program.name, program.positive[rule]))
            ]
            if len(lost) > 1:
                expected[number] = lost
        assert found == expected


@given(graded=with_grades(maps() | circles()))
@examples(200)
def test_something_speaks_against_what_is_contested(graded: Graded) -> None:
    """A supported statement is contested just if what speaks against it or its lines has support."""
    m, grades = graded
    for basis in (Basis.INDEPENDENT, Basis.DECLARED):
        evaluation = evaluate(m, grades, basis=basis)
        expected = oracle.contested(m, basis, grades)
        for name, verdict in evaluation.items():
            if verdict.supported:
                found = contests(evaluation.solution, evaluation.graph.index_of[name])
                assert any(each.outcome is not Outcome.UNSUPPORTED for each in found) == (name in expected)


@given(m=maps() | circles())
@examples(200)
def test_what_becomes_of_an_attack_is_what_is_left_of_it(m: ArgumentMap) -> None:
    """What stands, directly and unweighed, beats its target; a statement with only answered ones is not rejected."""
    evaluation = evaluate(m)
    for name, verdict in evaluation.items():
        at = evaluation.graph.index_of[name]
        direct = [each for each in contests(evaluation.solution, at) if each.statement == at]
        strikes = [each for each in direct if each.rule in evaluation.solution.strikes(at)]
        if any(each.outcome is Outcome.STANDING for each in strikes):
            assert verdict.standing in (Standing.REJECTED, Standing.UNSUPPORTED)
        if verdict.standing is Standing.ACCEPTED:
            assert {each.outcome for each in strikes} <= {Outcome.ANSWERED, Outcome.OUTWEIGHED, Outcome.UNSUPPORTED}


def outcomes(text: str, name: str) -> dict[str, str]:
    """Return what becomes of each attack on a statement or its lines, by the first statement of the attack."""
    evaluation = evaluate(drawn(text))
    found = contests(evaluation.solution, evaluation.graph.index_of[name])
    program = evaluation.solution.program
    return {program.name(program.positive[each.rule][0]): str(each.outcome) for each in found}


def test_outcomes_are_told_apart() -> None:
    """Each word has its case, for attacks on a statement and on what it rests on."""
    costs = "R: recommendation \n P: s1 \n P -> R \n S: s1 \n S -| R \n W: s1 \n W -| R weighs < P"
    assert outcomes(costs, "R") == {"S": "to weigh", "W": "outweighed"}
    undercut = "R: recommendation \n P: s1 \n P -> R \n S: s1 \n S -| R \n U: s2 \n U -x (S -| R)"
    assert outcomes(undercut, "R") == {"S": "answered"}
    doubts = """
        P: s1 \n P -> C
        D: s1 \n E: s2 \n D >< E \n D -| P
        A: s1 \n B: s2 \n B -| A \n A -| P
        U -| P
        F: s3 \n F -| C
        X: s3 \n X -x (P -> C)
    """
    assert outcomes(doubts, "C") == {
        "F": "standing",
        "X": "standing",
        "D": "deadlocked",
        "A": "answered",
        "U": "unsupported",
    }


@given(m=maps(largest=7) | circles())
@examples(150)
def test_the_smallest_sets_of_leaves_would_support_a_statement(m: ArgumentMap) -> None:
    """No smaller set of leaves would, and no other of the same size."""
    evaluation = evaluate(m)
    solution = evaluation.solution
    leaves = Leaves(solution)
    supported = partial(oracle.supported, basis=Basis.DECLARED)
    granted = oracle.grounds(m, Basis.GRANTED)
    lacking = [name for name in evaluation if not evaluation[name].supported]
    wanting = [name for name in lacking if granted[name]]
    for name in lacking:
        found = {
            frozenset(evaluation.graph.statements[at].id for at in each)
            for each in leaves.smallest(evaluation.graph.index_of[name])
        }
        expected: set[frozenset[str]] = set()
        for size in range(1, len(wanting) + 1):
            for some in combinations(wanting, size):
                if name in supported(sourced(m, some)):
                    expected.add(frozenset(some))
            if expected:
                break
        assert found == expected


def sourced(m: ArgumentMap, names: Iterable[str]) -> ArgumentMap:
    """Give some statements a source."""
    statements = (
        evolve(s, citations=(*s.citations, cited(s.id, "s9"))) if s.id in set(names) else s for s in m.statements
    )
    return evolve(m, statements=tuple(statements))


def test_supports_alone_speak_against_nothing() -> None:
    """A map without attacks has no contests."""
    m = drawn("P: s1 \n P -> C")
    assert all(r.kind is RelationKind.SUPPORT for r in m.relations)
    evaluation = evaluate(m)
    assert contests(evaluation.solution, evaluation.graph.index_of["C"]) == []
