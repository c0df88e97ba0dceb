"""What is cited in a map, in a report: passage by passage, with its source, its place, and whether it is there."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.analysis import Analysis
from argmap.evaluation.labels import Grade
from argmap.model.citations import Citation, Cited
from argmap.workflows.links import links
from argmap.workflows.reporting.naming import Names
from argmap.workflows.reporting.report import Block, Paragraph, Section, Table, Words, linked
from argmap.workflows.reporting.words import STANCES, ground, passage, state

Addresses = Mapping[tuple[str, str, str], str]
"""The address that opens a source at a passage, by statement, source and quotation."""


_PLACE = ("Passage", "Source", "Place")


def addresses(analysis: Analysis) -> Addresses:
    """Return the addresses of the passages that have one."""
    return {(link.statement, link.source, link.quote): link.url for link in links(analysis)}


def evidence(analysis: Analysis, names: Names) -> Section:
    """Write the section on what is cited, and on where the analysed text puts the statements forward."""
    known = addresses(analysis)
    blocks: list[Block] = [_cited(analysis, names, known)]
    said = [(statement, passage) for statement in analysis.map for passage in statement.passages]
    if said:
        rows = tuple((s.text, *_place(analysis, names, known, s.id, p), _state(analysis, p)) for s, p in said)
        blocks += [
            Paragraph("That the analysed text says something is no evidence for it; this shows where it is said."),
            Table("Where the text puts the statements forward", ("Statement", *_PLACE, "State"), rows),
        ]
    return Section("Evidence", tuple(blocks))


def _cited(analysis: Analysis, names: Names, known: Addresses) -> Block:
    rows = tuple(
        (
            statement.text,
            STANCES[citation.stance],
            *_place(analysis, names, known, statement.id, citation),
            _state(analysis, citation),
            ground(citation, analysis.grades.get(citation.id)),
        )
        for statement in analysis.map
        for citation in statement.citations
    )
    if not rows:
        return Paragraph("Nothing is cited in this map.")
    return Table("What is cited, and whether it is there", ("Statement", "Offered", *_PLACE, "State", "Ground"), rows)


def _place(analysis: Analysis, names: Names, known: Addresses, statement: str, cited: Cited) -> tuple[Words, ...]:
    return passage(cited), _source(analysis, names, known, statement, cited), cited.locator or ""


def _source(analysis: Analysis, names: Names, known: Addresses, statement: str, cited: Cited) -> Words:
    """Name a source; the link opens it at the passage where that is known."""
    source = analysis.sources.get(cited.source)
    quote = cited.selector.quote if cited.selector else ""
    address = known.get((statement, cited.source, quote)) or (source.url if source else None)
    return linked(names.source(cited.source), address)


def _state(analysis: Analysis, cited: Cited) -> str:
    told = state(analysis.resolutions.get((cited.source, cited.selector)))
    if isinstance(cited, Citation) and analysis.grades.get(cited.id) is Grade.DISPUTED:
        told += f", but disputed: {analysis.remarks.get(cited.id, 'quoted so that it misleads')}"
    return told
