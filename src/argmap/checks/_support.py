"""Why statements are not supported, in words that say what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from argmap.checks._advice import Advice, advice
from argmap.checks._base import Flaw, Subject
from argmap.checks._ends import ends
from argmap.checks._wording import quoted, some
from argmap.evaluation.verdict import Status
from argmap.model.citations import Stance
from argmap.model.statements import Kind, Statement

_SHOWN = 4


def unsupported(subject: Subject, kinds: Collection[Kind]) -> Iterator[Flaw]:
    """Report the statements of some kinds that are not supported."""
    via, positive = subject.evaluation.repairs.via, subject.evaluation.grounding.program.positive
    lacking = ends({place: [p for p in positive[rule] if p in via] for place, rule in via.items()}, _SHOWN + 1)
    statuses = subject.evaluation.statuses
    for place, statement in enumerate(subject.graph.statements):
        if statement.kind not in kinds or statement.id in subject.undefined:
            continue
        if statuses[statement.id] is Status.UNSUPPORTED:
            yield Flaw(_message(statement, place, subject, lacking), statement.span, statement.id)


def _message(statement: Statement, place: int, subject: Subject, lacking: Mapping[int, tuple[int, ...]]) -> str:
    name = f"the {statement.kind} {quoted(statement.id)}"
    steps = subject.graph.supports_on[place]
    if any(all(premise in subject.evaluation.statuses for premise in step.relation.sources) for step in steps):
        missing = [subject.graph.statements[leaf].id for leaf in lacking.get(place, ())]
        wanted = f"{some(missing, _SHOWN)} {'needs' if len(missing) == 1 else 'need'} a source" if missing else ""
        if place in subject.evaluation.repairs.circling:
            besides = f"; besides, {wanted}" if wanted else ""
            return f"the reasons for {name} go round in a circle, and reach no evidence{besides}"
        return f"{name} has no complete line of reasons: {wanted}"
    written = subject.map.supports(on=statement.id)
    if written:
        return f"no reason for {name} counts: {_idle(written[0].sources, subject)}"
    return _uncited(statement, name, advice(subject.map))


def _idle(premises: tuple[str, ...], subject: Subject) -> str:
    """Name the premise for which a step can never support anything."""
    premise = next(premise for premise in premises if premise not in subject.evaluation.statuses)
    is_question = premise in subject.map
    return f"{quoted(premise)} {'is a question, and supports nothing' if is_question else 'does not exist'}"


def _uncited(statement: Statement, name: str, words: Advice) -> str:
    if any(citation.stance is Stance.SUPPORTS for citation in statement.citations):
        return f"what {name} cites is not in its source, and nothing else is offered for it"
    if statement.citations:
        return f"no citation of {name} speaks for it: add one that does, or a reason {words.reason}"
    return f"nothing is offered for {name}: {words.cite}, or a reason {words.reason}"
