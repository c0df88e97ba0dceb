"""A reviewed statement that rests on something that has changed since.

What it does:
    Compares each statement that was reviewed, with its reasons, its citations
    and all that these rest on, with what stood there at the review.

Why it matters:
    When a premise is reworded, a passage revised or a source retracted, what was
    built on it may no longer hold. Exactly the statements downstream are suspect
    until someone looks again: 'argmap review ID' says that they were.

Example:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained at night., cite: log p. 1}
    sources:
      log: Weather log

    reviewed as:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained all day., cite: log p. 1}
    sources:
      log: Weather log

Use instead:
    nodes:
      wet: {claim: The street is wet., because: [rain]}
      rain: {evidence: It rained at night., cite: log p. 1}
    sources:
      log: Weather log
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evidence.locks.review import suspects
from argmap.evidence.passages.resolution import Outcome, Resolution
from argmap.flaws import Flaw
from argmap.graph import ends
from argmap.model.findings import Severity
from argmap.wording import listed

_SHOWN = 4
_CHANGES = (
    "passage-missing",
    "range-implausible",
    "passage-changed",
    "context-changed",
    "figures-or-negation-changed",
    "retracted-source",
    "suspect",
)
"""The names of what makes a reviewed statement suspect in the first place."""


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements whose fingerprints are not those of their last review."""
    reviews = analysis.reviews
    if not reviews:
        return
    known = {name: (review.own, review.cone) for name, review in reviews.items()}
    origins = _origins(analysis, known)
    for name, changed in suspects(analysis.fingerprints, known).items():
        statement, review = analysis.map[name], reviews[name]
        others = [each for each in changed if each != name]
        what = " and ".join(
            filter(None, ["it, its reasons or what it cites changed" if name in changed else "", _premises(others)])
        )
        message = (
            f"{review.reviewer} reviewed {name!r} on {review.date}; since then {what or 'what it rests on changed'}"
        )
        remedy = f"look again, then argmap review {name}"
        yield Flaw(f"{message}: {remedy}", statement.span, name, follows=origins.get(name, ()))


def _origins(analysis: Analysis, reviewed: Mapping[str, tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each statement that rests on a change, the statements that were changed themselves, a few of them.

    These are those that are not as they were reviewed, and those a passage of which is not what it was.
    """
    graph, now = analysis.graph, analysis.fingerprints
    changed = {graph.index_of[s.id] for s, _, resolution in analysis.anchored if _is_changed(resolution)}
    changed |= {graph.index_of[n] for n, (own, _) in reviewed.items() if n in now.own and now.own[n] != own}
    resting: list[list[int]] = [[] for _ in graph.statements]
    for name, premises in now.premises.items():
        for premise in premises:
            resting[graph.index_of[premise]].append(graph.index_of[name])
    reached = dict.fromkeys(sorted(changed))
    todo = list(reached)
    for each in todo:
        for other in resting[each]:
            if other not in reached:
                reached[other] = None
                todo.append(other)
    ids = graph.ids
    premises_of = {at: [graph.index_of[p] for p in now.premises[ids[at]]] for at in reached}
    following = {at: [] if at in changed else [p for p in premises_of[at] if p in reached] for at in reached}
    return {ids[at]: tuple(ids[end] for end in found) for at, found in ends(following, _SHOWN).items()}


def _is_changed(resolution: Resolution) -> bool:
    return resolution.outcome is Outcome.MISSING or resolution.needs_review


def _premises(names: list[str]) -> str:
    return f"{listed(names)} changed" if names else ""


CHECK = Check("AM211", Severity.WARNING, run=run, follows=_CHANGES)
