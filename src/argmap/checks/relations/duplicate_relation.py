"""A relation that is drawn twice.

What it does:
    Reports each reason, objection, undercut or contradiction that another one
    repeats: of the same kind, from the same statements, in whatever order, to
    the same target, and by the same scheme; and says which of the two to keep,
    where only one has a note, a judgement or the like. Also reports what
    'outweighed-by:' names twice.

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

from collections import Counter
from collections.abc import Iterator, Mapping

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind
from argmap.wording import joined, linked, quoted

_WORDS = {
    RelationKind.SUPPORT: "is already a reason for",
    RelationKind.ATTACK: "is already an objection to",
    RelationKind.UNDERCUT: "already undercuts",
    RelationKind.CONTRADICTION: "already contradicts",
}
_Details = Mapping[str, object]


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report each relation that repeats an earlier one."""
    seen: dict[tuple[str | None, ...], Relation] = {}
    undercut = analysis.graph.undercuts_on
    for relation in analysis.map.relations:
        if relation.outweighed_by:
            yield from _judged_twice(relation)
        said = (relation.kind, relation.scheme, *_ends(relation))
        if said not in seen:
            seen[said] = relation
            continue
        what = f"{linked(list(dict.fromkeys(relation.premises)))} {_WORDS[relation.kind]} {quoted(relation.target)}"
        details = (_details(each, is_undercut=each.id in undercut) for each in (seen[said], relation))
        yield Flaw(f"{what}: {_remedy(*details)}", relation.span, relation.target)


def _details(relation: Relation, *, is_undercut: bool) -> _Details:
    """Return what a relation says besides what it joins, by the word for it."""
    said = {
        "a note": relation.note,
        "a judgement": relation.outweighed_by,
        "values": relation.values,
        "a force": relation.force,
        "roles": relation.roles,
        "answers": relation.answers,
        "waivers": relation.waives,
        "a question": relation.raises,
        "an undercut": relation.id if is_undercut else None,
    }
    return {name: value for name, value in said.items() if value}


def _remedy(first: _Details, second: _Details) -> str:
    """Say which of two relations to keep: the one that says more."""
    if second.items() <= first.items():
        return "delete this one"
    if first.items() <= second.items():
        return (
            f"keep this one, which alone has {joined([name for name in second if name not in first])}; delete the first"
        )
    return "merge the two, as each says what the other does not"


def _judged_twice(relation: Relation) -> Iterator[Flaw]:
    """Report a judgement that names the same reason again, or the same statement again within a reason."""
    counts = Counter(tuple(sorted(set(reason))) for reason in relation.outweighed_by)
    again = [reason for reason, count in counts.items() if count > 1]
    doubled = [reason for reason in relation.outweighed_by if len(set(reason)) < len(reason)]
    for reason in dict.fromkeys([*again, *doubled]):
        names = list(dict.fromkeys(reason))
        message = f"{linked(names)} outweighs {linked(list(relation.premises))} here already: delete the second"
        yield Flaw(message, relation.span, relation.target)


def _ends(relation: Relation) -> tuple[str, ...]:
    """Return what a relation joins: its sources in order after its target, or, for a contradiction, all alike."""
    if relation.kind is RelationKind.CONTRADICTION:
        return tuple(sorted({*relation.premises, relation.target}))
    if len(relation.premises) == 1:
        return relation.target, *relation.premises
    return relation.target, *sorted(set(relation.premises))


CHECK = Check("AM503", Severity.WARNING, run=run)
