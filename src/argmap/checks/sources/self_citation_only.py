"""Statements that rest on the author's own word.

What it does:
    In a map about a text, counts the supported statements that would not be
    supported without the author's word: citations of that very text, of others
    by its author or publisher, or of what is based on nothing else. The rest of
    such a line of reasons may come from elsewhere. Once for the whole map.

Why it matters:
    That an author reports a fact is some evidence for it, but here nothing from
    outside confirms that fact. 'argmap evaluate' calls their ground 'own word',
    and 'argmap evaluate --basis independent' tells what is left without it.

Example:
    about: brief
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        from: mean speed fell
        cite: mean speed fell by 4.1 km/h
    sources:
      brief: {title: Brief to the council}

Use instead:
    about: brief
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        from: mean speed fell
        cite: city-survey "fell by 4.1 km/h"
    sources:
      brief: {title: Brief to the council}
      city-survey: {title: City speed survey}
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evaluation.labels import Grade
from argmap.flaws import Flaw
from argmap.model.citations import Citation, Stance
from argmap.model.findings import Severity
from argmap.wording import counted, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report how many supported statements rest on the author's word."""
    resting = analysis.evaluation.tally.supported[Grade.OWN_WORD]
    if analysis.map.about and resting:
        own = [citation for citation in _supporting(analysis) if analysis.grades[citation.id] is Grade.OWN_WORD]
        is_text = all(citation.source == analysis.map.about for citation in own)
        whose = f"the word of {'' if is_text else 'the author of '}{quoted(analysis.map.about)}"
        total = counted(sum(analysis.evaluation.tally.supported.values()), "supported statement")
        yield Flaw(f"{resting:,} of {total} would lack support without {whose}", own[0].span, own[0].source)


def _supporting(analysis: Analysis) -> Iterator[Citation]:
    statements = analysis.graph.statements
    return (c for statement in statements for c in statement.citations if c.stance is Stance.SUPPORTS)


CHECK = Check("AM310", Severity.NOTE, run=run)
