"""A source whose text is not the one that was locked.

What it does:
    Says once for each source of a map that its text was revised since its
    passages were locked.

Why it matters:
    Passages that only moved are still verified; those whose words changed are
    AM203, AM204 and AM207. 'argmap lock' brings the lock up to date.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Revised. Mean speed fell by 4.1 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
    with `city-survey` locked as: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evidence.lockfile import fingerprint, short
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources with another fingerprint than a locked passage of theirs has, once each."""
    now: dict[str, str] = {}
    told: set[str] = set()
    moved = Counter(cited.source for _, cited, found in analysis.anchored_once if found.outcome is Outcome.MOVED)
    for statement, cited, _ in analysis.anchored:
        if (
            analysis.lock is None
            or cited.selector is None
            or cited.source not in analysis.texts
            or cited.source in told
        ):
            continue
        record = analysis.lock.record(cited.source, cited.selector)
        if record is None:
            continue
        if cited.source not in now:
            now[cited.source] = short(fingerprint(analysis.texts[cited.source]))
        if record.version != now[cited.source]:
            told.add(cited.source)
            what = f"the text of {quoted(cited.source)} was revised since it was locked"
            count = moved[cited.source]
            if count:
                have = "its passages has" if count == 1 else "its passages have"
                what += f"; {count:,} of {have} moved, with the same words around"
            message = f"{what}: argmap lock updates the lock"
            yield Flaw(message, cited.span, statement.id)


CHECK = Check("AM311", Severity.NOTE, run=run)
