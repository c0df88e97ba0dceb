"""A source whose text is not at hand.

What it does:
    Says once for each source how many quoted passages could not be looked up
    because its text is not there.

Why it matters:
    These citations count as evidence, but unverified: nobody has compared them
    with the source. That is often all one can do, for a text may be under
    copyright or on paper. A note, then, and no fault.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey

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

from collections import Counter
from collections.abc import Iterator

from argmap.checks._base import Check, Flaw, Subject, Survey
from argmap.checks._places import resolved
from argmap.checks._wording import quoted
from argmap.evidence.resolution import Status
from argmap.model.findings import Severity
from argmap.model.sources import Source


def run(subject: Subject) -> Iterator[Flaw]:
    """Report the sources written in the map whose text is not at hand."""
    unseen = _unseen(subject)
    for source in subject.map.sources:
        if source.id in unseen:
            yield _flaw(source, unseen[source.id])


def survey(run_over: Survey) -> Iterator[Flaw]:
    """Report the project's sources whose text is not at hand."""
    unseen: Counter[str] = Counter()
    for subject in run_over.subjects:
        inline = {source.id for source in subject.map.sources}
        unseen.update({name: count for name, count in _unseen(subject).items() if name not in inline})
    for name, source in run_over.records.items():
        if name in unseen:
            yield _flaw(source, unseen[name])


def _unseen(subject: Subject) -> Counter[str]:
    return Counter(place.source for _, place, found in resolved(subject) if found.status is Status.SOURCE_ABSENT)


def _flaw(source: Source, count: int) -> Flaw:
    remedy = f"it is looked for at {source.text}" if source.text else "name its file under 'text:'"
    which = "passage or citation is" if count == 1 else "passages and citations are"
    message = f"the text of {quoted(source.id)} is not at hand, so {count:,} {which} unverified; {remedy}"
    return Flaw(message, source.span, source.id, source)


CHECK = Check("AM205", Severity.NOTE, run=run, survey=survey)
