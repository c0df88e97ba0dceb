"""A critical question that the scheme of the step does not have.

What it does:
    Reports each name under 'answers:', 'waives:' or 'raises:' that is no critical
    question of the scheme, with the one that was probably meant. What an undercut
    raises is a question of the step that it strikes. Schemes in their author's
    own words may have any questions.

Why it matters:
    The question that was meant stays open, and what was written goes unread.

Example:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            answers: {bias: no-interest}
      engineer-says: {premise: The traffic engineer says so.}
      no-interest: {claim: She is paid the same whatever is built.}

Use instead:
    nodes:
      narrow-lanes:
        claim: Narrower lanes slow traffic down.
        because:
          - reason: engineer-says
            scheme: expert-opinion
            answers: {biased: no-interest}
      engineer-says: {premise: The traffic engineer says so.}
      no-interest: {claim: She is paid the same whatever is built.}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._schemes import scheme_of
from argmap.errors import did_you_mean
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.relations import Relation
from argmap.wording import listed, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the critical questions that schemes do not have."""
    relations = [relation for relation in analysis.map.relations if relation.has_critique]
    if not relations:
        return
    steps = {relation.id: relation for relation in analysis.map.relations}
    citations = {citation.id for statement in analysis.map for citation in statement.citations}
    for relation in relations:
        asked = {waiver.question: waiver.span for waiver in relation.waives}
        asked |= {answer.question: answer.span for answer in relation.answers}
        for question, place in asked.items():
            if message := _unknown(question, relation, "the step"):
                yield Flaw(message, place or relation.span, relation.target)
        if relation.raises is None:
            continue
        place, message = relation.raises_span or relation.span, None
        if relation.target in steps:
            message = _unknown(relation.raises, steps[relation.target], "the step that it strikes")
        elif relation.target in citations:
            message = f"a citation follows no scheme, so that {quoted(relation.raises)} is no question of it"
        if message:
            yield Flaw(message, place, relation.target)


def _unknown(question: str, relation: Relation, which: str) -> str | None:
    scheme = scheme_of(relation)
    if not relation.scheme:
        return f"{which} names no scheme, so that {quoted(question)} is no question of it: write 'scheme:' there"
    if scheme is None or question in scheme.question_of:
        return None
    hint = did_you_mean(question, scheme.question_of) or f"it has {listed(list(scheme.question_of), 9)}"
    return f"{scheme.id!r} has no critical question {quoted(question)}: {hint}"


CHECK = Check("AM608", Severity.WARNING, run=run)
