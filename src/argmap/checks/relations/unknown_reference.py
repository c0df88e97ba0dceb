"""A reason, objection or undercut that names a statement which does not exist.

What it does:
    Reports each id under 'because:', 'but:', 'contradicts:' or 'unless:' that
    no statement of the map bears, with the id that was probably meant. In
    Argdown, reports titles that nothing defines, and what settings in the front
    matter name that is not there.

Why it matters:
    A step that lacks a premise can never support or attack anything. Mostly the
    id is misspelt, or was changed where the statement stands.

Example:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [speed-drops]
      speeds-drop:
        premise: A lower limit brings speeds down.

Use instead:
    nodes:
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        because: [speeds-drop]
      speeds-drop:
        premise: A lower limit brings speeds down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.checks._base import Check, Flaw, Subject
from argmap.checks._wording import Nearest, quoted
from argmap.model.findings import Severity
from argmap.model.relations import Relation, RelationKind


def run(subject: Subject) -> Iterator[Flaw]:
    """Report the ids of statements, in relations, that no statement bears."""
    unknown = [(name, relation) for relation in subject.map.relations for name in _unknown(relation, subject)]
    steps = {relation.id for relation in subject.map.relations} if unknown else set()
    nearest = Nearest(subject.graph.index)
    for name, relation in unknown:
        yield Flaw(_message(name, subject, steps, nearest), relation.span, relation.target)


def _unknown(relation: Relation, subject: Subject) -> Iterable[str]:
    ends = relation.sources if relation.kind is RelationKind.UNDERCUT else (*relation.sources, relation.target)
    return dict.fromkeys(name for name in ends if name not in subject.graph.index)


def _message(name: str, subject: Subject, steps: set[str], nearest: Nearest) -> str:
    if name in subject.sources:
        return f"{quoted(name)} is a source, not a statement: cite it under 'cite:'"
    if name in steps:
        return f"{quoted(name)} is a step, not a statement: name its premises"
    if " " in name:
        return f"no statement is called {quoted(name)}: to write it here, give it a kind, as in 'premise: …'"
    return f"no statement is called {quoted(name)}: {nearest.hint(name, 'write it, or mend the id')}"


CHECK = Check("AM501", Severity.ERROR, run=run)
