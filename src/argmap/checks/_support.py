"""Why statements are not supported, in words that say what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from argmap.analysis import Analysis
from argmap.checks._advice import advice
from argmap.checks._ends import Ends
from argmap.evaluation.verdict import Status
from argmap.flaws import Flaw
from argmap.formats import Advice
from argmap.model.citations import Stance
from argmap.model.statements import Kind, Statement
from argmap.wording import quoted, some

_SHOWN = 4


def unsupported(analysis: Analysis, kinds: Collection[Kind]) -> Iterator[Flaw]:
    """Report the statements of some kinds that are not supported."""
    via, program = analysis.evaluation.repairs.via, analysis.evaluation.grounding.program
    lacking = Ends(lambda place: [p for p in program.positive[via[place]] if p in via], _SHOWN + 1)
    statuses = analysis.evaluation.statuses
    for place, statement in enumerate(analysis.graph.statements):
        if statement.kind not in kinds or statement.id in analysis.undefined:
            continue
        if statuses[statement.id] is Status.UNSUPPORTED:
            yield Flaw(_message(statement, place, analysis, lacking), statement.span, statement.id)


def _message(statement: Statement, place: int, analysis: Analysis, lacking: Ends) -> str:
    name = f"the {statement.kind} {quoted(statement.id)}"
    steps = analysis.graph.supports_on[place]
    if any(all(premise in analysis.evaluation.statuses for premise in step.relation.sources) for step in steps):
        if place not in analysis.evaluation.repairs.via:
            return f"the reasons for {name} go round in a circle, and reach no evidence"
        missing = [analysis.graph.statements[leaf].id for leaf in lacking.of(place)]
        needs = "needs" if len(missing) == 1 else "need"
        return f"{name} has no complete line of reasons: {some(missing, _SHOWN)} {needs} a source"
    written = analysis.map.supports(on=statement.id)
    if written:
        return f"no reason for {name} counts: {_idle(written[0].sources, analysis)}"
    return _uncited(statement, name, advice(analysis.map))


def _idle(premises: tuple[str, ...], analysis: Analysis) -> str:
    """Name the premise for which a step can never support anything."""
    premise = next(premise for premise in premises if premise not in analysis.evaluation.statuses)
    is_question = premise in analysis.map
    return f"{quoted(premise)} {'is a question, and supports nothing' if is_question else 'does not exist'}"


def _uncited(statement: Statement, name: str, words: Advice) -> str:
    if any(citation.stance is Stance.SUPPORTS for citation in statement.citations):
        return f"what {name} cites is not in its source, and nothing else is offered for it"
    if statement.citations:
        return f"no citation of {name} speaks for it: add one that does, or a reason {words.reason}"
    return f"nothing is offered for {name}: {words.cite}, or a reason {words.reason}"
