"""A quoted passage that is not in its source.

What it does:
    Looks each passage and citation up in the text of its source, where that is
    at hand, and reports those that are not there. Typesetting does not count:
    case, spacing, hyphenation and kinds of quotation marks may differ, figures
    and negations may not. The place that has most of the words in their order
    is named, with what differs; where no place is like the passage, none is.

Why it matters:
    A citation that cannot be found is no evidence. It was misquoted, or comes
    from another source or edition, or was never there.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 44 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.misquoted import misquoted
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.native.citing.same import SAME
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages and citations that are missing, with the place most like them."""
    lines = Lines(analysis.texts)
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.MISSING or resolution.implausible or cited.selector is None:
            continue
        selector, guess = cited.selector, resolution.guess
        nth = f" ({selector.nth})" if selector.nth else ""
        message = f"{quoted(selector.quote)}{nth} is not in {quoted(cited.source)}"
        if guess:
            there = misquoted(selector, analysis.texts[cited.source][guess.start : guess.end])
            message += f"; the nearest, in line {lines.of(cited.source, guess)}, is {there}"
        first, _, rest = selector.quote.partition(" ")
        if rest and first in analysis.sources:
            message += f"; if {quoted(first)} is the source, put the words after it in quotation marks"
        if statement.passages and first.strip("',;:") == SAME:
            message += "; 'same' cites the passage under 'from:' where it stands alone, or as an item of a list"
        yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM201", Severity.ERROR, run=run)
