"""A quotation of more than eight words at a stretch.

What it does:
    Reports each passage and citation with a phrase of more than eight words,
    and shows how to name the passage by its two ends.

Why it matters:
    A few words at either end are enough to find a passage, and argument files
    are shared: they should point into a source, not copy it.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed fell by 4.1 km/h on the 41 pilot streets" p. 12
    sources:
      city-survey: City speed survey

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed fell … 41 pilot streets" p. 12
    sources:
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.flaws import Flaw
from argmap.model.citations import Selector
from argmap.model.findings import Severity
from argmap.wording import quoted

_MOST = 8
_ENDS = 3


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages and citations with a phrase of more than eight words."""
    for statement, cited, _ in analysis.anchored_once:
        message = _message(cited.selector) if cited.selector else None
        if message:
            yield Flaw(message, cited.span, statement.id)


def _message(selector: Selector) -> str | None:
    if len(selector.quote.split()) <= _MOST:
        return None
    phrases = [*selector.phrases, selector.before or "", selector.after or ""]
    words = max((phrase.split() for phrase in phrases), key=len)
    if len(words) <= _MOST:
        return None
    if selector.quote.split() == words:
        shorter = f"{' '.join(words[:_ENDS])} … {' '.join(words[-_ENDS:])}"
        return f"a phrase of {len(words)} words: name the passage by its two ends, as in {quoted(shorter)}"
    begins = " ".join(words[:_ENDS])
    return f"a phrase of {len(words)} words: shorten the one that begins {quoted(begins)} to eight at most"


CHECK = Check("AM701", Severity.WARNING, run=run)
