"""A citation without a passage, of a source whose text is at hand.

What it does:
    Says once for each source how many citations name it as a whole, though its
    text is there and a passage of it could be named. Where a passage reads like
    the statement, its citation is printed.

Why it matters:
    Nothing shows that the source says it: such a citation counts, but as
    unverified. A reader would have to read all of the source. 'argmap annotate'
    prints the citation of any passage.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on 41 streets.
        cite: city-survey
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed fell on 41 streets.
        cite: city-survey "Mean speed … 41 streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on 41 streets.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap import formats
from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.evidence.passages.describe import describe
from argmap.evidence.passages.nearest import nearest
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import words
from argmap.flaws import Flaw
from argmap.model.citations import Citation, Selector
from argmap.model.findings import Severity
from argmap.model.statements import Statement
from argmap.native.citation import short
from argmap.wording import counted, quoted

_LONGEST = 1_000_000
_FEWEST_WORDS = 3


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the sources that are cited as a whole though their texts are at hand."""
    found: dict[str, list[tuple[Statement, Citation]]] = {}
    for statement in analysis.graph.statements:
        for citation in statement.citations:
            if citation.selector is None and citation.source in analysis.texts:
                found.setdefault(citation.source, []).append((statement, citation))
    for source, cited in found.items():
        statement, citation = cited[0]
        times = "" if len(cited) == 1 else f" {counted(len(cited), 'time')}"
        message = f"{quoted(source)} is cited{times} without a passage, though its text is at hand: "
        yield Flaw(message + _remedy(analysis, statement, citation), citation.span, statement.id)


def _remedy(analysis: Analysis, statement: Statement, citation: Citation) -> str:
    """Say how to name a passage: the one that reads like the statement, or any."""
    m = analysis.map
    selector = _alike(statement.text, analysis.texts[citation.source])
    written = short(citation.source, selector, citation.locator, m.about) if selector else None
    cite = formats.named(m.origin.format).cite if m.origin else None
    if written:
        return f"if the passage that reads like this statement is meant, write {cite(written) if cite else written}"
    return f'argmap annotate {citation.source} "words of the passage" prints the citation to write'


def _alike(statement: str, text: str) -> Selector | None:
    """Return the selector of the passage that reads like a statement; none of a word or two, or in a very long text."""
    if len(text) > _LONGEST or len(words(statement)) < _FEWEST_WORDS:
        return None
    searched = Searched(text)
    (near,) = nearest([normal_text(statement)], searched)
    return describe(searched.normal.to_raw(near.span), searched) if near else None


CHECK = Check("AM214", Severity.NOTE, run=run)
