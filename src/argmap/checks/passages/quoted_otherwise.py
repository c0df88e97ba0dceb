"""A quotation that is written otherwise in its source.

What it does:
    Reports each passage that was found although the source has other small and
    capital letters, other punctuation, or marks of notes inside it. Typesetting
    is not reported: kinds of quotation marks and dashes, spacing, hyphenation.

Why it matters:
    The words are the source's, and the citation counts. But 'May' is not always
    'may', and a comma can turn a sentence round: a person should have looked.

Example:
    nodes:
      half:
        evidence: Half of the wells ran dry.
        cite: survey "about half of the wells"
    sources:
      survey: Well survey

    with `survey` saying: About half of the wells ran dry.

Use instead:
    nodes:
      half:
        evidence: Half of the wells ran dry.
        cite: survey "About half of the wells"
    sources:
      survey: Well survey

    with `survey` saying: About half of the wells ran dry.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.evidence.passages.resolution import Outcome
from argmap.evidence.text.breaks import joined_at_hyphens
from argmap.evidence.text.normalise import bare, letters_and_digits, normal_text
from argmap.evidence.text.words import word_pattern
from argmap.flaws import Flaw
from argmap.model.citations import Selector
from argmap.model.findings import Severity
from argmap.text import Span
from argmap.wording import quoted


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the verified quotations whose letters, punctuation or note marks are not those of the source."""
    lines = Lines(analysis.texts)
    for statement, cited, resolution in analysis.anchored_once:
        if resolution.outcome is not Outcome.VERIFIED or cited.selector is None:
            continue
        place = resolution.places[0]
        found = _otherwise(cited.selector, analysis.texts[cited.source], place)
        if found:
            phrase, written = found
            where = f"in {quoted(cited.source)}, line {lines.of(cited.source, place)}"
            yield Flaw(f"{quoted(phrase)} is written {quoted(written)} {where}", cited.span, statement.id)


def _otherwise(selector: Selector, text: str, place: Span) -> tuple[str, str] | None:
    """Return the first or the last phrase of a passage, if the source has it written otherwise, and how it has it."""
    first, last = selector.phrases[0], selector.phrases[-1]
    if text.startswith(first, place.start) and text.endswith(last, place.start, place.end):
        return None
    raw = text[place.start : place.end]
    passage, hyphens = normal_text(raw), normal_text(joined_at_hyphens(raw))
    if bare(normal_text(selector.quote)) in (bare(passage), bare(hyphens)):
        return None
    if len(selector.phrases) == 1:
        return first, passage
    start, end = normal_text(first), normal_text(last)
    if not (passage.startswith(start) or hyphens.startswith(start)):
        return first, _with_letters(passage, start, 1)
    if not (passage.endswith(end) or hyphens.endswith(end)):
        return last, _with_letters(passage, end, -1)
    return None


def _with_letters(passage: str, phrase: str, direction: int) -> str:
    """Return the words at one end of a passage that have as many letters as a phrase."""
    missing = len(letters_and_digits(phrase))
    for match in list(word_pattern(passage).finditer(passage))[::direction]:
        missing -= len(match[0])
        if missing <= 0:
            return passage[: match.end()] if direction > 0 else passage[match.start() :]
    return passage


CHECK = Check("AM213", Severity.NOTE, run=run)
