"""A flat statement of what its passages only suggest.

What it does:
    Reports a statement that says flatly what each passage cited in its support says
    with a word that holds back, such as 'may', 'likely', 'suggests' or 'reportedly'.

Why it matters:
    On its way from source to summary, 'may have' becomes 'has'. The words that are
    lost are those by which the source said how sure it was.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "speed may … pilot streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed may have fallen on the pilot streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed probably fell on the pilot streets.
        cite: city-survey "speed may … pilot streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed may have fallen on the pilot streets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._passages import cited_texts
from argmap.checks.content._hedges import hedges
from argmap.flaws import Flaw
from argmap.model.citations import Stance
from argmap.model.findings import Severity
from argmap.model.statements import Kind
from argmap.wording import quoted

_ASSERTED = (Kind.CLAIM, Kind.PREMISE, Kind.EVIDENCE, Kind.OBJECTION, Kind.ARGUMENT)
_HOLDS_BACK = re.compile(
    r"\b(?:can|would|should|if|whether|estimate[sd]?|expect(?:s|ed)?|fears?|risks?|chances?|hopes?|hints?"
    r"|according to|says|claims|argues|reports?|possible|probable|plausible|potential|uncertain|unclear)\b",
    re.IGNORECASE,
)


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the flat statements of which every supporting passage holds back."""
    for statement in analysis.graph.statements:
        if statement.kind not in _ASSERTED or hedges(statement.text) or _HOLDS_BACK.search(statement.text):
            continue
        supporting = (citation for citation in statement.citations if citation.stance is Stance.SUPPORTS)
        hedged = [hedges(passage) for passage in cited_texts(analysis, supporting)]
        if hedged and all(hedged):
            message = (
                f"the passage says {quoted(hedged[0][0])} where {quoted(statement.id)} says it flatly: "
                "hold back as the source does, or cite a passage that does not"
            )
            yield Flaw(message, statement.span, statement.id)


CHECK = Check("AM403", Severity.NOTE, run=run, default=False)
