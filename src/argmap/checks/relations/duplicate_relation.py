"""A relation that is drawn twice.

What it does:
    Reports each reason, objection, undercut or contradiction that another one
    repeats: of the same kind, from the same statements, in whatever order, to
    the same target, and by the same scheme.

Why it matters:
    It looks like two reasons and is one. Drawn twice, it crowds the picture and
    makes the argument seem stronger.

Example:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed + speeds-drop, speeds-drop + impact-speed]
      impact-speed:
        premise: Impact speed decides how bad an injury is.
      speeds-drop:
        premise: A lower limit brings speeds down.

Use instead:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [impact-speed + speeds-drop]
      impact-speed:
        premise: Impact speed decides how bad an injury is.
      speeds-drop:
        premise: A lower limit brings speeds down.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import listed, quoted

_WORDS = {
    RelationKind.SUPPORT: ("is already a reason for", "are already a reason for"),
    RelationKind.ATTACK: ("is already an objection to", "are already an objection to"),
    RelationKind.UNDERCUT: ("already undercuts", "already undercut"),
    RelationKind.CONTRADICTION: ("already contradicts", "already contradict"),
}


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report each relation that repeats an earlier one."""
    seen: dict[tuple[str, ...], list[Relation]] = {}
    for relation in analysis.map.relations:
        alike = seen.setdefault(_ends(relation), [])
        if any(other.kind is relation.kind and other.scheme == relation.scheme for other in alike):
            names = list(dict.fromkeys(relation.premises))
            words = _WORDS[relation.kind][len(names) > 1]
            message = f"{listed(names)} {words} {quoted(relation.target)}: delete the second"
            yield Flaw(message, relation.span, relation.target)
        else:
            alike.append(relation)


def _ends(relation: Relation) -> tuple[str, ...]:
    """Return what a relation joins: its sources in order after its target, or, for a contradiction, all alike."""
    if relation.kind is RelationKind.CONTRADICTION:
        return tuple(sorted({*relation.premises, relation.target}))
    return relation.target, *sorted(set(relation.premises))


CHECK = Check("AM503", Severity.WARNING, run=run)
