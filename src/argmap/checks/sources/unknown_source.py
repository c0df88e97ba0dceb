"""A source that nothing describes.

What it does:
    Reports each id of a source that a passage, a citation, 'about:',
    'based-on:' or 'superseded-by:' names and that has no record, neither in the
    folder of source records nor under 'sources:'. Each is reported once, where
    it first stands, with the number of places.

Why it matters:
    A reader could not find out what is cited. Usually the id is misspelt, and
    the citation points nowhere.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survy "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed … 41 streets" p. 12
    sources:
      city-survey: City speed survey
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.analysis import Analysis
from argmap.checks import Check, Survey
from argmap.evidence.passages.resolution import Outcome
from argmap.flaws import Flaw
from argmap.formats import advice
from argmap.model.citations import Cited
from argmap.model.findings import Severity
from argmap.model.sources import Source, is_address
from argmap.model.statements import Statement
from argmap.wording import Nearest, quoted

_WORDS = {
    "same": "'same' alone, under 'cite:', cites the passages under 'from:'",
    **dict.fromkeys(("ibid", "ibid.", "ibidem", "idem", "ditto"), "each citation names its source"),
    **dict.fromkeys(("no", "none", "false"), "where nothing is cited, delete the key"),
}
_REMEDY = "describe it in a source record, or under 'sources:'"


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the unknown sources that a map names, once each."""
    found: dict[str, list[tuple[Statement, Cited]]] = {}
    for statement, citation, resolution in analysis.anchored_once:
        if resolution.outcome is Outcome.UNKNOWN_SOURCE:
            found.setdefault(citation.source, []).append((statement, citation))
    nearest = Nearest(analysis.sources)
    remedy = f"describe it in a source record, or {advice(analysis.map).source}"
    about = analysis.map.about
    if about and about not in analysis.sources and about not in found:
        yield Flaw(_message(about, [], about, nearest.hint(about, remedy)), analysis.map.about_span)
    for name, citations in found.items():
        statement, citation = citations[0]
        hint = _by_address(name) if is_address(name) else nearest.hint(name, remedy)
        hint = f"{_WORDS[name]}; else {hint}" if name in _WORDS else hint
        if name != about and about in analysis.sources and all(citation.selector is None for _, citation in citations):
            hint += f"; if it is a phrase of {quoted(about or '')}, put it in quotation marks"
        span = analysis.map.about_span if name == about else citation.span
        yield Flaw(_message(name, citations, about, hint), span, statement.id)
    yield from _in_records(analysis.map.sources, analysis.sources, nearest)


def survey(run_over: Survey) -> Iterator[Flaw]:
    """Report the unknown sources that the project's records name, if all maps, which may describe them, were read."""
    if run_over.complete:
        inline = {source.id for analysis in run_over.analyses for source in analysis.map.sources}
        known = {*run_over.records, *inline}
        yield from _in_records(run_over.records.values(), known, Nearest(known))


def _message(name: str, citations: list[tuple[Statement, Cited]], about: str | None, hint: str) -> str:
    where = [
        *(["under 'about:'"] if name == about else []),
        *([f"in {len(citations):,} places"] if len(citations) > 1 else []),
    ]
    count = f" (named {' and '.join(where)})" if where else ""
    what = "no source has the address" if is_address(name) else "no source is called"
    return f"{what} {quoted(name)}{count}: {hint}"


def _by_address(name: str) -> str:
    return f"argmap source add {name!r} takes it in, or write the address as 'url:' in the record of its source"


def _in_records(records: Iterable[Source], known: Collection[str], nearest: Nearest) -> Iterator[Flaw]:
    for source in records:
        for name in (*source.based_on, *filter(None, [source.superseded_by])):
            if name not in known:
                what = f"the record of {quoted(source.id)} names {quoted(name)}, which is not a known source"
                yield Flaw(f"{what}: {nearest.hint(name, _REMEDY)}", source.span, source.id, source)


CHECK = Check("AM301", Severity.ERROR, run=run, survey=survey)
