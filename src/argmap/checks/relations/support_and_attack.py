"""A reason that is given both for and against the same statement.

What it does:
    Reports each attack or contradiction whose statements are, in another
    relation, a reason for the very statement that they speak against. A
    statement that is linked with different partners on the two sides is not
    reported.

Why it matters:
    The same thing cannot by itself speak both for a statement and against it.
    Usually one of the two was filed under the wrong key, or the statement says
    two things and should be split.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [signs-are-cheap]
        but: [signs-are-cheap]
      signs-are-cheap:
        premise: New signs cost 1.2 million.

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [signs-are-cheap]
      signs-are-cheap:
        premise: New signs cost 1.2 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import linked, quoted

_AGAINST = (RelationKind.ATTACK, RelationKind.CONTRADICTION)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the attacks and contradictions between statements of which one supports the other."""
    against = [relation for relation in analysis.map.relations if relation.kind in _AGAINST]
    ends = {name for relation in against for name in (*relation.premises, relation.target)}
    supports = {
        _pair(relation.premises, relation.target)
        for relation in analysis.map.relations
        if relation.kind is RelationKind.SUPPORT and relation.target in ends
    }
    for relation in against:
        for sources, target in _sides(relation):
            if _pair(sources, target) in supports:
                what = f"{linked(sources)} is given both for and against {quoted(target)}"
                yield Flaw(f"{what}: keep one, or split the statement", relation.span, relation.target)
                break


def _pair(sources: tuple[str, ...], target: str) -> tuple[str, ...]:
    """Return the two ends of a relation, so that those of others can be compared with them."""
    return (target, *sources) if len(sources) == 1 else (target, *sorted(set(sources)))


def _sides(relation: Relation) -> list[tuple[tuple[str, ...], str]]:
    """Return who speaks against whom; in a contradiction between two, each against the other."""
    sides = [(relation.premises, relation.target)]
    if relation.kind is RelationKind.CONTRADICTION:
        for premise in relation.premises:
            sides += ((premise,), relation.target), ((relation.target,), premise)
    return sides


CHECK = Check("AM504", Severity.WARNING, run=run)
