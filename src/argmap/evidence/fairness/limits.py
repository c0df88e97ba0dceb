"""Hedges and scope: words by which a sentence says how sure it is, and of how much it speaks."""

from __future__ import annotations

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Focus, Quotation
from argmap.evidence.fairness.reading import Reading

_NEAR = 3
_NOUN = 5


def hedge(quotation: Quotation) -> Cue | None:
    """Return the word that weakens what a statement reports, where the statement does not."""
    for cue in quotation.reading.cues:
        weakens = cue.kind == "hedge" and any(_weakens(quotation.reading, cue, focus) for focus in quotation.foci)
        if weakens and not quotation.says("hedge", cue):
            return cue
    return None


def _weakens(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a word weakens a clause: it stands in it, before its end or right after what is reported.

    A word right after *that* or *which* weakens what is said of a noun there.
    """
    about_noun = focus.start < cue.start and reading.relates(cue.start - 1)
    return not about_noun and _limits(reading, cue, focus) and cue.start <= focus.end + _NEAR


def scope(quotation: Quotation) -> Cue | None:
    """Return the words that limit what a statement reports, where the statement does not."""
    for cue in quotation.reading.cues:
        limits = _LIMITS.get(cue.kind)
        named = quotation.mentions(cue.start, _noun_end(quotation, cue))
        if limits is None or named != (cue.kind == "scope.figure") or _is_shown(quotation, cue):
            continue
        limited = any(limits(quotation.reading, cue, focus) for focus in quotation.foci)
        if limited and not quotation.says("scope", cue):
            return cue
    return None


def _is_shown(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether a reader of the passage sees a limit of place or time, whatever words the statement has for it."""
    return quotation.start <= cue.start < quotation.end and cue.kind == "scope" and cue.end - cue.start > 1


def _noun_end(quotation: Quotation, cue: Cue) -> int:
    """Return the end of the noun that a limit names: "only to" diesel cars."""
    reading = quotation.reading
    if cue.kind not in {"scope", "scope.first"} or cue.end - cue.start == 1:
        return cue.end
    end = cue.end
    while end < min(cue.end + _NEAR, len(reading.words)) and reading.words[end][0].isalnum():
        end += 1
    return end if cue.start >= quotation.start else max(cue.end, min(end, quotation.start))


def _limits(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit a clause: they stand in it, and not after a comma that ends what is reported."""
    if cue.end <= focus.start:
        return reading.joined(cue.start, focus.start)
    if not reading.joined(cue.start, focus.end - 1):
        return False
    last = reading.words[cue.end : cue.end + 1]
    return "," not in reading.words[focus.end : cue.start] or not last or not last[0][0].isalnum()


def _limits_noun(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit a noun that is reported, or the subject of what is."""
    if not _limits(reading, cue, focus):
        return False
    after = range(cue.end, min(cue.end + _NOUN, len(reading.words)))
    follows = any(focus.start <= at < focus.end and reading.stems[at] for at in after)
    return follows or reading.opens(cue.start)


def _limits_first(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit the clause that they begin."""
    first = cue.start == 0 or reading.opens(cue.start) or not reading.joined(cue.start - 1, cue.start)
    return first and _limits(reading, cue, focus)


_LIMITS = {"scope": _limits, "scope.figure": _limits, "scope.first": _limits_first, "scope.noun": _limits_noun}
