"""The sources of a map in a report: their records, and the fingerprints by which a reader knows the same text again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.analysis import Analysis
from argmap.evidence.lockfile import fingerprint
from argmap.model.sources import Source
from argmap.wording import counted, joined
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Facts, Paragraph, Section, Words, linked
from argmap.workflows.reporting.words import KINDS
from argmap.workflows.shelf import rows

_DIGITS = 12
"""How many digits of a fingerprint are shown; it is told whole at the end."""


def sources(analysis: Analysis, names: Names) -> Section:
    """Write the section on the sources that the map names, those that are analysed or cited most first."""
    counts = {row["id"]: row for row in rows([analysis], analysis.project, every=False)}
    about = analysis.map.about
    named = dict.fromkeys([*([about] if about else []), *counts])
    if not named:
        return Section("Sources", (Paragraph("The map names no source."),))
    parts = tuple(_source(analysis, names, name, counts.get(name)) for name in named)
    return Section("Sources", sections=parts)


def _source(analysis: Analysis, names: Names, name: str, counts: Mapping[str, int] | None) -> Section:
    source = analysis.sources.get(name)
    facts = [("Id", name), *(_record(source, names) if source else [("Record", "none: nothing is known of it")])]
    facts += [*_text(analysis, name, source), *(_use(counts) if counts else [])]
    blocks: tuple[Block, ...] = (Facts(tuple(facts)),)
    return Section(names.source(name), blocks, about=f"source {name}")


def _record(source: Source, names: Names) -> Iterator[tuple[str, Words]]:
    """Yield what the record says, field by field."""
    trust = source.reliability
    told: list[tuple[str, str | None]] = [
        ("By", joined(source.authors, 12) if source.authors else None),
        ("Published", source.published),
        ("Publisher", source.publisher),
        ("Goes back to", source.origin),
        ("Kind", KINDS[source.kind] if source.kind else None),
        ("Last fetched", source.retrieved),
        ("Licence", source.licence),
        ("Language", source.language),
        ("Reports", joined([names.source(each) for each in source.based_on], 12) if source.based_on else None),
        ("Reliability", "; ".join(filter(None, (trust.grade, trust.note))) if trust else None),
        ("Retracted", source.retracted),
        ("Replaced by", names.source(source.superseded_by) if source.superseded_by else None),
        ("Note", source.note),
    ]
    yield from ((term, value) for term, value in told if value)
    for term, shown, address in (
        ("Address", source.url, source.url),
        ("DOI", source.doi, source.doi_address),
        ("Archived copy", source.archived, source.archived),
    ):
        if shown:
            yield term, linked(shown, address)


def _text(analysis: Analysis, name: str, source: Source | None) -> Iterator[tuple[str, str]]:
    """Yield what is known of the text: whether it is at hand, its fingerprint, and when it was last locked."""
    text = analysis.texts.get(name)
    if text is None:
        named = source and source.text
        yield "Text", "not at hand, so that no passage could be looked up" if named else "none is named"
    else:
        print_ = fingerprint(text)
        yield "Text", f"at hand, {counted(len(text), 'character')}"
        yield "Fingerprint of the text", f"{print_[:_DIGITS]}…"
        dates = (
            [v.date for v in analysis.lock.versions if v.source == name and v.text == print_] if analysis.lock else []
        )
        yield "Passages last compared", max(filter(None, dates), default="never with this version of the text")
    taken = source.intake if source else None
    if taken:
        share = f" of {taken.visible:,}" if taken.visible is not None else ""
        yield "Taken from a file", f"{taken.kept:,}{share} words were kept"
        yield "Fingerprint of that file", f"{taken.file[:_DIGITS]}…"
        yield from (("Left out", said) for said in taken.left_out)
        yield from (("Doubtful", said) for said in taken.doubts)


def _use(counts: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Yield how often the source is used, and how much of that is there."""
    found = ("verified", "changed", "ambiguous", "missing")
    states = [f"{counts[state]:,} {state}" for state in found if counts[state]]
    used = f"{counted(counts['passages'], 'passage')} and {counted(counts['citations'], 'citation')}"
    yield "Used", f"{used}{f', of these {joined(states, 4)}' if states else ''}"
