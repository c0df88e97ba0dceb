"""A passage cut off right beside a negation or a word that holds back.

What it does:
    Reports each quoted passage where one of the two words before it or after it in
    the same sentence is a negation, or a word such as 'may' or 'reportedly'. Many a
    quotation is cut so in good faith: look, and decide.

Why it matters:
    Left out, the one word turns the evidence round. 'Not' before a passage is the
    shortest way to quote an author for what the author denies.

Example:
    nodes:
      speeds-drop:
        evidence: Mean speed fell.
        cite: city-survey "Mean speed fell"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell hardly at all on the wide streets.

Use instead:
    nodes:
      speeds-drop:
        evidence: Mean speed hardly fell.
        cite: city-survey "Mean speed fell … wide streets"
    sources:
      city-survey: City speed survey

    with `city-survey` saying: Mean speed fell hardly at all on the wide streets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.analysis import Analysis
from argmap.checks import Check
from argmap.checks._lines import Lines
from argmap.checks.content._hedges import hedges
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import negations
from argmap.flaws import Flaw
from argmap.model.findings import Severity
from argmap.text import Span
from argmap.wording import quoted

_BESIDE = 2
_REACH = 80
_SENTENCE_END = re.compile(r"[.!?;:][\"')\]]*\s|\n\s*\n")
_WORD = re.compile(r"[^\W_][\w'’-]*")


def run(analysis: Analysis) -> Iterator[Flaw]:
    """Report the passages and citations beside which a negation or a hedge was left out."""
    lines = Lines(analysis.texts)
    seen = set()
    for statement, cited, resolution in analysis.anchored:
        anchor = (cited.source, cited.selector)
        if cited.selector is None or len(resolution.places) != 1 or anchor in seen:
            continue
        seen.add(anchor)
        left_out = _left_out(analysis.texts[cited.source], resolution.places[0])
        if left_out:
            message = (
                f"{quoted(cited.selector.quote)} leaves out {quoted(left_out)} beside it, in line "
                f"{lines.of(cited.source, resolution.places[0])} of {quoted(cited.source)}: "
                "lengthen the passage, and see whether the statement still says what its source says"
            )
            yield Flaw(message, cited.span, statement.id)


def _left_out(text: str, span: Span) -> str | None:
    """Return the negation or hedge right beside a passage, in its sentence."""
    before = _SENTENCE_END.split(text[max(0, span.start - _REACH) : span.start])[-1]
    after = _SENTENCE_END.split(text[span.end : span.end + _REACH])[0]
    beside = (*_WORD.findall(before)[-_BESIDE:], *_WORD.findall(after)[:_BESIDE])
    return next((word for word in beside if negations(normal_text(word)) or hedges(f"- {word}")), None)


CHECK = Check("AM402", Severity.NOTE, run=run, default=False)
