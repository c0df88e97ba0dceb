"""A statement that repeats a source word for word.

What it does:
    Reports a statement whose text repeats twelve or more words in a row of the text
    that the map is about, or of a source that the statement names, whatever their
    case and punctuation. What stands in quotation marks is passed over.

Why it matters:
    Unmarked, it is somebody else's sentence under your name. And a statement in your
    own words shows that it was understood: what is copied is not yet analysed.

Example:
    nodes:
      speeds-drop:
        evidence: >-
          Mean speed fell by 4.1 km/h on all of the 41 streets that were chosen.
        cite: city-survey "Mean speed … were chosen"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on all of the 41 streets that
    were chosen by ward officers.

Use instead:
    nodes:
      speeds-drop:
        evidence: On the 41 chosen streets drivers slowed by 4.1 km/h in the mean.
        cite: city-survey "Mean speed … were chosen"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell by 4.1 km/h on all of the 41 streets that
    were chosen by ward officers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from attrs import frozen

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.search import Searched
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.tokens import Gram, code, positions
from argmap.evidence.text.words import words
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.model.statements import Statement
from argmap.text import Span
from argmap.wording import quoted

_MOST = 11
_SHOWN = 5
_QUOTATION = re.compile(r'"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‘[^‘’]*’(?!\w)')


@frozen
class _Copy:
    """Words of a statement that stand in a source."""

    words: list[str]
    source: str
    span: Span


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the statements that repeat twelve or more words of a source that they name, each once."""
    copies: dict[str, _Copy] = {}
    for source, statements in _named(analysis).items():
        own = [(statement, run) for statement in statements for run in _runs(statement) if len(run) > _MOST]
        for statement, found in _copies(own, source, analysis.texts[source]) if own else ():
            copies.setdefault(statement.id, found)
    lines = Lines(analysis.texts)
    for statement in analysis.graph.statements if copies else ():
        copy = copies.get(statement.id)
        if copy is not None:
            begins = f"{' '.join(copy.words[:_SHOWN])} …"
            message = (
                f"{len(copy.words)} words in a row, from {quoted(begins)}, stand in line "
                f"{lines.of(copy.source, copy.span)} of {quoted(copy.source)}: "
                "say it in your own words, or put them in quotation marks"
            )
            yield Flaw(message, statement.span, statement.id)


def _runs(statement: Statement) -> Iterator[list[str]]:
    """Return the words of a statement's text, in the stretches that stand between quotations."""
    for stretch in _QUOTATION.split(statement.text):
        yield words(normal_text(stretch))


def _named(analysis: Analysis) -> dict[str, list[Statement]]:
    """Return the sources whose texts are at hand, each with the statements that name it; all name the analysed text."""
    about = analysis.map.about
    found: dict[str, list[Statement]] = {}
    if about is not None and about in analysis.texts:
        found[about] = list(analysis.graph.statements)
    for statement, cited, _ in analysis.anchored:
        if cited.source in analysis.texts and cited.source != about:
            named = found.setdefault(cited.source, [])
            if not named or named[-1] is not statement:
                named.append(statement)
    return found


def _copies(own: list[tuple[Statement, list[str]]], source: str, text: str) -> Iterator[tuple[Statement, _Copy]]:
    """Find the stretches of statements of which twelve words in a row stand in a source."""
    searched = Searched(text)
    tokens = searched.tokens
    rows = [tuple(map(code, run)) for _, run in own]
    hits = positions(tokens.codes, {gram for row in rows for gram in _grams(row)})
    for (statement, run), row in zip(own, rows, strict=True):
        for at, gram in enumerate(_grams(row)):
            hit = next(iter(hits.get(gram, ())), None)
            if hit is None:
                continue
            last = min(hit + len(run) - at, len(tokens)) - 1
            span = Span(tokens.starts[hit], tokens.word_end(last))
            there = words(tokens.text[span.start : span.end])
            same = [word for word, _ in takewhile(lambda pair: pair[0] == pair[1], zip(run[at:], there, strict=False))]
            if len(same) > _MOST:
                yield statement, _Copy(same, source, searched.normal.to_raw(span))
                break


def _grams(row: Gram) -> Iterator[Gram]:
    return (row[at : at + _MOST + 1] for at in range(len(row) - _MOST))


CHECK = Check("AM703", Severity.WARNING, run=run)
