"""A recommendation that an objection defeats.

What it does:
    Reports each recommendation that rests on evidence, but does not stand: an
    objection that stands itself beats what it rests on, or, with 'force:
    defeats', the recommendation. Any other objection to a recommendation is a
    cost, and to be weighed (AM114). The finding names the objection; 'argmap
    why ID' shows the whole chain.

Why it matters:
    The map argues against what it recommends. Either an answer to the objection
    is missing, or the recommendation should not be made.

Example:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but: [{reason: not-ours-to-decide, force: defeats}]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      not-ours-to-decide:
        objection: Towns may not set limits on state roads.
        cite: road-act "limits on state roads … the ministry" § 3
    sources:
      trauma-audit: Hospital trauma audit
      road-act: Road traffic act

Use instead:
    nodes:
      adopt-30:
        recommendation: Make 30 km/h the default limit.
        because: [fewer-injuries]
        but: [{reason: not-ours-to-decide, force: defeats}]
      fewer-injuries:
        claim: Lower speeds would prevent serious injuries.
        cite: trauma-audit "struck below 30 … same day" p. 14
      not-ours-to-decide:
        objection: Towns may not set limits on state roads.
        cite: road-act "limits on state roads … the ministry" § 3
        but: [streets-are-the-towns]
      streets-are-the-towns:
        evidence: Residential streets belong to the town.
        cite: road-act "residential streets … the town" § 2
    sources:
      trauma-audit: Hospital trauma audit
      road-act: Road traffic act
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._strikes import told
from argmap.evaluation.labels import Standing
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the recommendations that are rejected."""
    for statement in analysis.graph.statements:
        if statement.kind is Kind.RECOMMENDATION and analysis.evaluation.standings[statement.id] is Standing.REJECTED:
            why = told(analysis.evaluation[statement.id].why)
            what = f"the recommendation {quoted(statement.id)} is rejected: {why}"
            yield Flaw(f"{what}; answer that, or withdraw the recommendation", statement.span, statement.id)


CHECK = Check("AM107", Severity.WARNING, run=run)
