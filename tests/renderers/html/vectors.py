"""Vectors for what the page evaluates: programs, what is taken away, and the labels that the library gives then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from argmap.evaluation.grounds import Grades
from argmap.evaluation.labels import Basis
from argmap.evaluation.verdict import Evaluation, Verdict
from argmap.model.document import ArgumentMap
from argmap.renderers._diagram.standing import words
from argmap.renderers.html.program import compact
from argmap.workflows.weak.supposing import Supposition, suppose

Removed = dict[str, list[str]]
"""The ids of the sources and statements that are taken away."""


def vectors(m: ArgumentMap, evaluation: Evaluation, removed: Iterable[Removed] | None = None) -> dict[str, Any]:
    """Return the program of a map with what is taken away from it in turn, and the labels without that."""
    cases = [
        {"removed": each, "labels": labels(m, without(evaluation, each))}
        for each in (every(m, evaluation) if removed is None else removed)
    ]
    return {"program": compact(evaluation.solutions.grounding.program), "cases": cases}


def every(m: ArgumentMap, evaluation: Evaluation) -> list[Removed]:
    """Return each source and each statement of a map by itself, some pairs, and nothing at all."""
    sources = list(dict.fromkeys(c.source for s in m.statements for c in s.citations))
    statements = list(evaluation)
    removed = [([], []), *(([source], []) for source in sources), *(([], [name]) for name in statements)]
    removed += [(sources[:1], [name]) for name in statements[:2]]
    removed += [([], list(two)) for two in list(combinations(statements, 2))[:3]]
    removed += [(sources[:2], [])]
    return [{"sources": gone, "statements": names} for gone, names in removed]


def without(evaluation: Evaluation, removed: Removed) -> Evaluation:
    """Return the evaluation of a map without some sources and statements."""
    indices = [evaluation.graph.index_of[name] for name in removed["statements"]]
    rest = evaluation.solutions.without(removed["sources"], indices)
    return Evaluation(evaluation.basis, rest)


def labels(m: ArgumentMap, evaluation: Evaluation) -> list[dict[str, Any] | None]:
    """Return what readers see of each statement of a map; None for a question."""
    return [label(evaluation[s.id]) if s.id in evaluation else None for s in m.statements]


def label(verdict: Verdict) -> dict[str, Any]:
    """Return what readers see of a statement."""
    return {
        "supported": verdict.supported,
        "standing": str(verdict.standing),
        "grade": None if verdict.grade is None else str(verdict.grade),
        "ground": None if verdict.ground is None else str(verdict.ground),
        "words": list(words(verdict)),
    }


def told_by_what_if(m: ArgumentMap, evaluation: Evaluation, grades: Grades, removed: Removed) -> Iterator[Any]:
    """Yield standing and grade of each statement as ``argmap what-if`` tells them."""
    supposition = Supposition(frozenset(removed["sources"]), frozenset(removed["statements"]))
    after = suppose(SimpleNamespace(map=m, grades=grades, evaluation=evaluation), supposition, Basis.DECLARED).after
    for statement in m.statements:
        if statement.id in after:
            verdict = after[statement.id]
            yield str(verdict.standing), None if verdict.grade is None else str(verdict.grade)
