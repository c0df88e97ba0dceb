"""Gaps by root: what unsupported statements wait for, and what sources would support."""

from __future__ import annotations

from attrs import evolve
from hypothesis import given

from argmap.evaluation.evaluate import evaluate
from argmap.evaluation.labels import Grade
from argmap.evaluation.prospects import gaps as module
from argmap.evaluation.prospects.gaps import Gaps, Plan
from argmap.evaluation.prospects.trials import strikes
from argmap.graph import Step, Undercut
from argmap.model.citations import Citation
from argmap.model.document import ArgumentMap

from ..strategies import examples
from .drawn import Graded, drawn, maps, with_grades


def sourced(graded: Graded, names: set[str]) -> Graded:
    """Give some statements a citation that counts."""
    m, grades = graded
    fresh = {name: Citation(f"{name}@fresh", "fresh") for name in names}
    statements = (evolve(s, citations=(*s.citations, fresh[s.id])) if s.id in fresh else s for s in m.statements)
    return evolve(m, statements=tuple(statements)), {**grades, **{c.id: Grade.INDEPENDENT for c in fresh.values()}}


def supported(graded: Graded) -> set[str]:
    """Return the ids of what is supported."""
    return {name for name, verdict in evaluate(*graded).items() if verdict.supported}


def named(gaps: Gaps, indices) -> set[str]:
    """Return the ids of statements."""
    return {gaps.solution.program.graph.statements[index].id for index in indices}


def waits(text: str) -> dict[str, str]:
    """Return what each unsupported statement of a drawn map waits for."""
    gaps = evaluate(drawn(text)).gaps
    ids = gaps.solution.program.graph.ids
    return {ids[index]: " ".join(ids[root] for root in roots) for index, roots in gaps.waits.items()}


def plan(text: str, most: int = 9) -> tuple[list[tuple[str, int]], str]:
    """Return the leads of a drawn map, each with its roots and how much it supports, and the rest."""
    gaps = evaluate(drawn(text)).gaps
    ids = gaps.solution.program.graph.ids
    found = gaps.plan(gaps.roots, most)
    leads = [(" ".join(ids[root] for root in lead.roots), len(lead.supports)) for lead in found.leads]
    return leads, " ".join(ids[root] for root in found.rest)


def test_a_statement_waits_for_what_nothing_is_offered_for() -> None:
    """What has reasons waits for the leaves of the line that lacks fewest of them, and a leaf for itself."""
    found = waits("A + B -> C\nD -> C\nC -> E\nB: s1\nD + F -> G")
    assert found == {"A": "A", "C": "A", "D": "D", "E": "A", "F": "F", "G": "D F"}


def test_a_statement_whose_citation_does_not_count_is_waited_for_itself() -> None:
    """Where a passage is lost, all that rests on the statement waits for that, whatever reasons it has besides."""
    m = drawn("A: s1\nB -> A\nA -> C")
    gaps = evaluate(m, {"A@s1": None}).gaps
    assert named(gaps, gaps.roots) == {"A", "B"}
    assert gaps.waits[gaps.solution.program.graph.index_of["C"]] == (gaps.solution.program.graph.index_of["A"],)


def test_a_circle_waits_for_its_first_statement() -> None:
    """All statements of a circle, and what rests on it, wait for the one that comes first in the map."""
    assert waits("B -> A\nA -> B\nB -> C") == {"A": "B", "B": "B", "C": "B"}


@given(graded=with_grades(maps()))
@examples(200)
def test_what_sources_would_support_is_what_they_do_support(graded: Graded) -> None:
    """With a source for any unsupported statement, exactly what was foretold is supported besides."""
    gaps = evaluate(*graded).gaps
    before = supported(graded)
    for index in gaps.waits:
        foretold = named(gaps, gaps.supported_by([index]))
        assert before | foretold == supported(sourced(graded, named(gaps, [index])))
        assert not before & foretold


def test_a_circle_waits_for_the_citation_in_it_that_does_not_count() -> None:
    """A statement of a circle that cites something is a root even where that does not count, and the others wait."""
    gaps = evaluate(drawn("F: s1\nF -> C\nD -> F\nF + C -> D"), {"F@s1": Grade.DISPUTED}).gaps
    assert named(gaps, gaps.roots) == {"F"}


@given(graded=with_grades(maps()))
@examples(200)
def test_with_sources_for_all_that_it_waits_for_a_statement_is_supported(graded: Graded) -> None:
    """That holds of every unsupported statement but those that only go round in a circle."""
    gaps = evaluate(*graded).gaps
    for index, roots in gaps.waits.items():
        if index not in gaps.solution.repairs.circling:
            assert index in gaps.supported_by(roots)


def test_a_circle_that_its_first_cannot_hold_up_waits_for_what_can() -> None:
    """Where a step of the circle needs its own conclusion, a source for the first of the circle is not enough."""
    gaps = evaluate(drawn("B + C -> C \n A -> C \n C -> B")).gaps
    a, b, c = (gaps.solution.program.graph.index_of[name] for name in "ABC")
    assert (gaps.waits, gaps.supported_by([a])) == ({a: (a,), b: (a,), c: (a,)}, tuple(sorted((a, b, c))))


@given(graded=with_grades(maps()))
@examples(200)
def test_every_root_is_told_once_and_each_lead_adds_what_it_says(graded: Graded) -> None:
    """The leads and the rest share out the roots that nothing before them supports; each adds to those before it."""
    gaps = evaluate(*graded).gaps
    found = gaps.plan(gaps.roots, most=99)
    done: set[int] = set()
    for lead in found.leads:
        assert done.isdisjoint(lead.supports)
        assert len(lead.supports) > len(lead.roots)
        done |= set(lead.supports)
        roots = [root for each in found.leads[: found.leads.index(lead) + 1] for root in each.roots]
        assert set(gaps.supported_by(roots)) == done
    assert set(gaps.roots) - done == set(found.rest)
    for root in found.rest:
        together = [*(root for lead in found.leads for root in lead.roots), root]
        assert set(gaps.supported_by(together)) == done | {root}


def test_what_supports_nothing_more_after_another_is_no_lead() -> None:
    """Of two roots each of which would support the same claim, the second is among the rest."""
    assert plan("A -> B\nC -> B") == ([("A", 2)], "C")


def test_recommendations_come_first_and_then_statements_for_each_source() -> None:
    """One source for a recommendation goes before one for three claims, and that before two for four."""
    text = "A -> R\nR: recommendation\nB -> C\nC -> D\nE + F -> G\nG -> H\nI: claim"
    assert plan(text) == ([("A", 2), ("B", 3), ("E F", 4)], "I")


def test_a_lead_counts_what_those_before_it_leave() -> None:
    """What needs two sources is no lead of one; once the other is found, it is."""
    assert plan("A -> B\nA + C -> D") == ([("A", 2), ("C", 2)], "")


def test_no_more_leads_than_are_asked_for() -> None:
    """The rest is not finished then."""
    gaps = evaluate(drawn("A -> B\nC -> D\nE: claim")).gaps
    found = gaps.plan(gaps.roots, 1)
    assert (len(found.leads), len(found.rest), found.finished) == (1, 2, False)


def test_only_the_roots_that_are_asked_for() -> None:
    """A root that its author means to leave as it is takes part in no lead."""
    gaps = evaluate(drawn("A -> B\nC + A -> D")).gaps
    index = gaps.solution.program.graph.index_of
    assert gaps.plan([index["C"]], 9) == Plan((), (index["C"],), finished=True)


def test_work_is_capped(monkeypatch) -> None:
    """In a map that is too large, what promises most is looked at, and that not all was is told; the figures hold."""
    monkeypatch.setattr(module, "_MOST_WORK", 3)
    gaps = evaluate(drawn("\n".join(f"A{i} -> B{i}\nB{i} -> C{i}" for i in range(30)))).gaps
    found = gaps.plan(gaps.roots, 99)
    assert not found.finished
    assert found.leads
    assert all(len(lead.supports) == 3 for lead in found.leads)
    assert len(gaps.promising()) == 90


@given(graded=with_grades(maps()))
def test_a_trial_with_a_source_is_the_map_with_that_source(graded: Graded) -> None:
    """What would change is what changes once the statement is cited."""
    evaluation = evaluate(*graded)
    statements = evaluation.graph.statements
    lacking = [*evaluation.gaps.waits]
    trials = evaluation.trials(lacking)
    for index in lacking:
        after = evaluate(*sourced(graded, {statements[index].id})).standings
        told = {statements[at].id: new for at, (_, new) in trials.with_ground([index]).items()}
        assert {**evaluation.standings, **told} == after


@given(m=maps())
def test_a_trial_without_an_attack_is_the_map_without_it(m: ArgumentMap) -> None:
    """What would change if an attack were answered is what changes once it is deleted; others do nothing."""
    evaluation = evaluate(m)
    statements, parts = evaluation.graph.statements, evaluation.solution.program.parts
    trials = evaluation.trials([])
    for rule in strikes(evaluation.solution):
        part = parts[rule]
        if isinstance(part, Step):
            after = evaluate(evolve(m, relations=tuple(r for r in m.relations if r is not part.relation))).standings
            told = {statements[at].id: new for at, (_, new) in trials.without(rule).items()}
            assert {**evaluation.standings, **told} == after


def test_what_strikes_is_what_may_still_hold() -> None:
    """An attack whose premise is unsupported or beaten, or that is undercut, strikes at nothing."""
    m = drawn("A: s1\nA -| B\nB: s1\nC -| B\nD: s1\nE: s1\nE -| D\nD -| B\nE -x (A -| B)")
    evaluation = evaluate(m)
    parts = [evaluation.solution.program.parts[rule] for rule in strikes(evaluation.solution)]
    assert [(type(part), part.relation.premises) for part in parts] == [(Step, ("E",)), (Undercut, ("E",))]


def test_questions_wait_for_nothing() -> None:
    """A question needs no source, and nothing waits for it."""
    gaps = evaluate(drawn("A -> B\nB: question")).gaps
    assert named(gaps, gaps.waits) == named(gaps, gaps.roots) == {"A"}
