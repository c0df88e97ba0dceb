"""A weight that no standard asks for.

What it does:
    Reports each statement with weights on the reasons for or against it that
    are held against nothing: it has no standard that compares them, or the
    objection beats it whatever it weighs, as 'force: defeats' has it. So it does
    each question with weights or a standard, since it takes no part in the
    evaluation.

Why it matters:
    Its author wanted the weight to count, and it does not.

Example:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        because: [{reason: survey, weight: 0.7}]
        but: [{reason: outer-streets, weight: 0.4}]
      survey:
        evidence: Mean speed fell on 41 pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
      outer-streets:
        objection: On the outer streets nothing changed.
        cite: memo "no change … outer streets" p. 1
    sources:
      city-survey: City speed survey
      memo: Traffic office memo

Use instead:
    nodes:
      speeds-drop:
        claim: A lower limit brings speeds down.
        standard: preponderance
        because: [{reason: survey, weight: 0.7}]
        but: [{reason: outer-streets, weight: 0.4}]
      survey:
        evidence: Mean speed fell on 41 pilot streets.
        cite: city-survey "Mean speed … 41 streets" p. 12
      outer-streets:
        objection: On the outer streets nothing changed.
        cite: memo "no change … outer streets" p. 1
    sources:
      city-survey: City speed survey
      memo: Traffic office memo
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._weights import idle, weighted
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements with weights that do not count."""
    found = weighted(analysis.map)
    for index, statement in enumerate(analysis.graph.statements if found else ()):
        names = idle(analysis.graph, index) if statement.id in found else None
        if names:
            one, name = names.count == 1, quoted(statement.id)
            what = f"the weight{'' if one else 's'} of {names.told} count{'s' if one else ''} for nothing"
            reason = f"{name} has no {advice(analysis.map).standard} that compares, such as preponderance"
            if statement.kind is Kind.QUESTION:
                reason = f"{name} is a question, which takes no part in the evaluation"
            elif statement.standard and statement.standard.weighs:
                reason = f"what defeats {name} is not weighed"
            yield Flaw(f"{what}: {reason}", statement.span, statement.id)
    for statement in analysis.graph.statements:
        if statement.standard and statement.kind is Kind.QUESTION:
            what = f"the standard of {quoted(statement.id)} counts for nothing: it is a question"
            yield Flaw(f"{what}, which takes no part in the evaluation", statement.span, statement.id)


CHECK = Check("AM118", Severity.NOTE, run=run)
