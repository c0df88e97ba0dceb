"""A quoted passage that stands in several places of its source.

What it does:
    Reports each passage and citation that fits more than one place in the text
    of its source, and names the lines.

Why it matters:
    A reader who looks it up may land on a sentence that says something else.
    And should the source change, nobody could tell which place was meant.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed fell" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on pilot streets.
    Mean speed fell less elsewhere.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on the pilot streets.
        cite: city-survey "Mean speed fell … pilot streets" p. 12
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell on pilot streets.
    Mean speed fell less elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.locate import MOST_PLACES
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import counted, quoted

_SHOWN = 5


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages and citations that fit several places."""
    lines = Lines(analysis.texts)
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.AMBIGUOUS or cited.selector is None:
            continue
        shown = resolution.places[:_SHOWN]
        where = ", ".join(str(lines.of(cited.source, span)) for span in shown)
        more = ", …" if len(resolution.places) > _SHOWN else ""
        count = counted(len(resolution.places), "time")
        times = f"at least {count}" if len(resolution.places) >= MOST_PLACES else count
        what = f"{quoted(cited.selector.quote)} stands {times} in {quoted(cited.source)}"
        message = f"{what} (lines {where}{more}): lengthen it, or put (1), (2) … after the quotation mark to choose one"
        yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM202", Severity.ERROR, run=run)
