"""Why statements are not supported, in words that say what to write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from argmap.analysis import Analysis
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaw
from argmap.formats import Advice, advice
from argmap.graph import ends
from argmap.model.citations import Stance
from argmap.model.statements import Kind, Statement
from argmap.wording import quoted, some

_SHOWN = 4
ROOTS = (
    "unsupported-claim",
    "unsupported-recommendation",
    "evidence-without-citation",
    "circular-support",
    "self-support",
    "unknown-reference",
    "passage-missing",
    "range-implausible",
    "quote-cut-at-negation",
    "hedge-dropped",
    "condition-cut-off",
    "ellipsis-hides",
    "voice-of-others",
    "scope-dropped",
)
"""The names of what keeps a statement from being supported in the first place."""


def unsupported(analysis: Analysis, kinds: Collection[Kind]) -> Iterator[Flaw]:
    """Report the statements of some kinds that are not supported."""
    standings, undefined = analysis.evaluation.standings, analysis.undefined
    found = [
        (index, statement)
        for index, statement in enumerate(analysis.graph.statements)
        if statement.kind in kinds and standings[statement.id] is Standing.UNSUPPORTED and statement.id not in undefined
    ]
    lacking = _lacking(analysis) if found else {}
    for index, statement in found:
        message = _message(statement, index, analysis, lacking)
        yield Flaw(message, statement.span, statement.id, follows=_follows(statement, index, analysis))


def _lacking(analysis: Analysis) -> dict[int, tuple[int, ...]]:
    """Return the leaves that each unsupported statement lacks, one more than are named where there are more."""
    via, positive = analysis.evaluation.solution.repairs.via, analysis.evaluation.solution.program.positive
    return ends({index: [p for p in positive[rule] if p in via] for index, rule in via.items()}, _SHOWN + 1)


def _follows(statement: Statement, index: int, analysis: Analysis) -> tuple[str, ...]:
    """Return the statements whose flaws it follows from; itself only if something that stands there is in vain."""
    if analysis.evaluation.gaps.waits.get(index) != (index,):
        return waits_for(analysis, [index])
    is_discounted = bool(statement.citations) and analysis.evaluation.gaps.is_discounted(index)
    in_vain = is_discounted or statement.id in analysis.misread or analysis.map.supports(on=statement.id)
    return (statement.id,) if in_vain else ()


def waits_for(analysis: Analysis, statements: Iterable[int]) -> tuple[str, ...]:
    """Return the ids of the statements that have to be supported before some unsupported ones can be."""
    waits = analysis.evaluation.gaps.waits
    roots = dict.fromkeys(root for statement in statements for root in waits.get(statement, ()))
    return tuple(analysis.graph.statements[root].id for root in roots)


def _message(statement: Statement, index: int, analysis: Analysis, lacking: Mapping[int, tuple[int, ...]]) -> str:
    name = f"the {statement.kind} {quoted(statement.id)}"
    written = analysis.map.supports(on=statement.id)
    if not written and not statement.citations:
        return _uncited(statement, name, advice(analysis.map))
    steps = analysis.graph.supports_on[index]
    if _is_disputed(statement, analysis):
        return f"what {name} cites is disputed, and nothing else supports it"
    if any(all(premise in analysis.evaluation.standings for premise in step.relation.premises) for step in steps):
        wanted = _wanted([analysis.graph.statements[leaf] for leaf in lacking.get(index, ())], analysis)
        if index in analysis.evaluation.solution.repairs.circling:
            besides = f"; besides, {wanted}" if wanted else ""
            return f"the reasons for {name} go round in a circle, and reach no evidence{besides}"
        return f"{name} has no complete line of reasons: {wanted}"
    if written:
        return f"no reason for {name} counts: {_idle(written[0].premises, analysis)}"
    return _uncited(statement, name, advice(analysis.map))


def _wanted(leaves: Sequence[Statement], analysis: Analysis) -> str:
    """Say what leaves need: a source, or one that is fairly quoted."""
    disputed = [leaf.id for leaf in leaves if _is_disputed(leaf, analysis)]
    others = [leaf.id for leaf in leaves if leaf.id not in disputed]
    return " and ".join(
        f"{some(names, _SHOWN)} {'needs' if len(names) == 1 else 'need'} {what}"
        for names, what in ((others, "a source"), (disputed, "a citation that does not mislead"))
        if names
    )


def _is_disputed(statement: Statement, analysis: Analysis) -> bool:
    return any(c.stance is Stance.SUPPORTS and c.id in analysis.disputes for c in statement.citations)


def _idle(premises: tuple[str, ...], analysis: Analysis) -> str:
    """Name the premise for which a step can never support anything."""
    premise = next(premise for premise in premises if premise not in analysis.evaluation.standings)
    is_question = premise in analysis.map
    return f"{quoted(premise)} {'is a question, and supports nothing' if is_question else 'does not exist'}"


def _uncited(statement: Statement, name: str, words: Advice) -> str:
    if any(citation.stance is Stance.SUPPORTS for citation in statement.citations):
        return f"what {name} cites is not in its source, and nothing else is offered for it"
    if statement.citations:
        return f"no citation of {name} speaks for it: add one that does, or a reason {words.reason}"
    return f"nothing is offered for {name}: {words.cite}, or a reason {words.reason}"
