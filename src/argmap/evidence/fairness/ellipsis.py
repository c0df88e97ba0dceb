"""Ellipses that hide whose verb it is: the end of a sentence, or which of its subjects are meant."""

from __future__ import annotations

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Quotation

_SUBJECT = 4
_CLAUSE = 8  # words of a clause that are shown


def joined_sentences(quotation: Quotation) -> Cue | None:
    """Return the subject that an ellipsis hides, where a statement takes the beginning of another sentence for it."""
    reading, (start, end) = quotation.reading, quotation.hidden
    if start >= end or reading.sentence[quotation.start] == reading.sentence[quotation.end - 1]:
        return None
    first = next((at for at in range(start, end) if reading.sentence[at] == reading.sentence[end - 1]), end)
    subject = range(first, min(end, first + _SUBJECT))
    predicate = [at for at in range(start, first) if reading.sentence[at] == reading.sentence[quotation.start]]
    other = not reading.language.words["contrast"].isdisjoint(reading.words[first:end])
    shown = (other or quotation.mentions(quotation.start, start)) and quotation.mentions(end, quotation.end)
    if not shown or not any(reading.stems[at] for at in subject) or not any(reading.stems[at] for at in predicate):
        return None
    if not other and any(cue.kind == "it" and cue.start == first and cue.end == first + 1 for cue in reading.cues):
        return None
    if quotation.mentions(first, end) or quotation.mentions(start, first):
        return None
    return Cue("subject", first, min(end, first + _SUBJECT))


def restricted(quotation: Quotation) -> Cue | None:
    """Return the hidden clause about a noun without an article: of *employees who …*, not of *the employees who …*."""
    reading, (start, end) = quotation.reading, quotation.hidden
    start += reading.words[start : start + 1] == [","]
    known = reading.words[quotation.start] in reading.language.words["stop"]
    if start >= end or known or not reading.relates(start):
        return None
    stop = min(end, start + _CLAUSE)
    return None if quotation.mentions(start, stop) else Cue("relative", start, stop)
