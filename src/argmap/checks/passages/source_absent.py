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

from collections.abc import Iterator

from argmap import files
from argmap.analysis import Analysis
from argmap.checks import Check, Survey
from argmap.evidence.lockfile import Lock
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.model.citations import Selector
from argmap.model.findings import Severity
from argmap.model.origin import Origin
from argmap.model.sources import Source
from argmap.project.project import folder_of
from argmap.wording import counted, quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources written in the map whose text is not at hand."""
    unseen = _unseen(analysis)
    for source in analysis.map.sources:
        if source.id in unseen:
            yield _flaw(source, analysis.map.origin, unseen[source.id], analysis.lock)


def survey(run_over: Survey) -> Iterator[Flaw]:
    """Report the project's sources whose text is not at hand."""
    unseen: dict[str, list[Selector]] = {}
    for analysis in run_over.analyses:
        inline = {source.id for source in analysis.map.sources}
        for name, selectors in _unseen(analysis).items():
            if name not in inline:
                unseen.setdefault(name, []).extend(selectors)
    lock = run_over.analyses[0].lock if run_over.analyses else None
    for name, source in run_over.records.items():
        if name in unseen:
            yield _flaw(source, source.record, unseen[name], lock)


def _unseen(analysis: Analysis) -> dict[str, list[Selector]]:
    """Return the selectors of each source without a text; that one is there and cannot be used, AM010 says."""
    unread = {finding.node for finding in analysis.findings}
    found: dict[str, list[Selector]] = {}
    for _, cited, resolution in analysis.anchored:
        is_absent = resolution.outcome is Outcome.SOURCE_ABSENT and cited.source not in unread
        if is_absent and cited.selector is not None:
            found.setdefault(cited.source, []).append(cited.selector)
    return found


def _flaw(source: Source, written_in: Origin | None, selectors: list[Selector], lock: Lock | None) -> Flaw:
    remedy = "name its file under 'text:'"
    if source.text:
        remedy = f"put it at {files.shown(folder_of(written_in) / source.text)}"
    verb = "is" if len(selectors) == 1 else "are"
    told = f"{counted(len(selectors), 'quotation')} {verb} unverified"
    message = f"the text of {quoted(source.id)} is not at hand, so {told}; {remedy}"
    return Flaw(message + _locked(source.id, selectors, lock), source.span, source.id, source)


def _locked(name: str, selectors: list[Selector], lock: Lock | None) -> str:
    """Say what the lock tells of the passages: how many were verified, when, and against which text."""
    records = [record for selector in selectors if lock and (record := lock.record(name, selector))]
    if not lock or not records:
        return ""
    versions = {version.text: version for version in lock.versions if version.source == name}
    known = [v for v in versions.values() if any(v.text.startswith(record.version) for record in records)]
    when = f" on {max(v.date or '' for v in known)}" if known and all(v.date for v in known) else ""
    texts = " and ".join(sorted({record.version for record in records}))
    which = (
        "it was" if len(selectors) == 1 else "1 of them was" if len(records) == 1 else f"{len(records):,} of them were"
    )
    return f"; argmap.lock: {which} verified{when} in the text with SHA-256 {texts}…"


CHECK = Check("AM205", Severity.NOTE, run=run, survey=survey)
