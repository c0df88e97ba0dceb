"""Hedges and scope: words by which a sentence says how sure it is, and of how much it speaks."""

from __future__ import annotations

from itertools import takewhile

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Focus, Quotation
from argmap.evidence.fairness.reading import Reading

_NEAR = 3
_POINTS_BACK = 8  # words before those that point back to the sentence before
_NOUN = 5
_BEFORE = 2  # hidden words that name what is limited: *of machinery, though not of cars*


def hedge(quotation: Quotation) -> Cue | None:
    """Return the word that weakens what a statement reports, where the statement does not."""
    for cue in quotation.reading.cues:
        judge = _WEAKENS.get(cue.kind)
        if judge is None or quotation.continues(cue) or _stands_in(quotation, cue, "denial.before"):
            continue
        weakens = any(judge(quotation.reading, cue, focus) for focus in quotation.foci)
        said = quotation.says("hedge", cue) or (quotation.hides(cue) and quotation.names(cue.start, cue.end))
        elsewhere = cue.kind == "hedge.next" and quotation.reading.has("whether", cue.start)
        said = said or (elsewhere and quotation.says("scope", cue))
        if (weakens or quotation.adjoins(cue)) and not said:
            return cue
    return None


def _weakens(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a word weakens a clause: it stands in it, before its end or right after what is reported.

    A word right after *that* or *which* weakens what is said of a noun there.
    """
    about_noun = focus.start < cue.start and reading.relates(cue.start - 1)
    conditions = reading.opens(cue.start) and any(
        other.start == cue.start and other.kind.startswith("condition") for other in reading.cues
    )
    return not about_noun and not conditions and _limits(reading, cue, focus) and cue.start <= focus.right + _NEAR


def _follows(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words of the next sentence weaken what is reported."""
    return reading.follows(cue.start, focus.end - 1, _POINTS_BACK)


def scope(quotation: Quotation) -> Cue | None:
    """Return the words that limit what a statement reports, where the statement does not."""
    said = 0
    for cue in quotation.reading.cues:
        limits = _LIMITS.get(cue.kind)
        if limits is None or (cue.end <= said and cue.kind != "scope.figure"):
            continue
        noun = _named(quotation, cue)
        named = (quotation.mentions(*noun) or _is_counted(quotation, cue)) and not quotation.overstates(*noun)
        named = named or (
            quotation.hides(cue) and quotation.names(max(quotation.hidden[0], cue.start - _BEFORE), cue.start)
        )
        if named != (cue.kind == "scope.figure"):
            said = cue.end if named else said
            continue
        if _is_shown(quotation, cue) or quotation.continues(cue) or _is_part(quotation, cue):
            continue
        limited = any(
            limits(quotation.reading, cue, focus)
            and not _is_in_opening(quotation.reading, cue, focus)
            and not (cue.start < focus.left and quotation.spares(cue, focus))
            for focus in quotation.foci
        )
        kinds = cue.kind != "scope.noun" and quotation.qualifies()
        shown = quotation.start <= cue.start < quotation.end
        said_so = quotation.says("scope", cue) or (shown and quotation.says("denial", cue))
        if limited and not (said_so or quotation.leads(cue) or kinds):
            return cue
    return None


def _is_shown(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether a reader of the passage sees a limit of place or time, whatever words the statement has for it."""
    inside = quotation.start <= cue.start and cue.end <= quotation.end
    if cue.kind == "scope.group":
        return inside
    return inside and not quotation.hides(cue) and cue.kind in {"scope", "scope.model"} and cue.end - cue.start > 1


def _is_part(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether a limit is one of what is said, denied or made a condition: *it is often said*, *until May*."""
    return _stands_in(quotation, cue, "voice", "denial") or any(
        (other.kind == "condition.after" and quotation.end <= other.start < cue.start)
        or (other.kind.startswith("condition.") and other.start == cue.start and cue.end < other.end)
        for other in quotation.reading.cues
    )


def _stands_in(quotation: Quotation, cue: Cue, *kinds: str) -> bool:
    """Tell whether a cue is in the midst of another of some kinds: *rejected the hypothesis of*."""
    return any(
        other.kind.startswith(kinds) and other.start < cue.start and cue.end < other.end
        for other in quotation.reading.cues
    )


def _is_counted(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether the statement has the number of those meant: the two of *two of nine rivers*."""
    first = quotation.reading.stems[cue.start]
    return cue.kind == "scope.noun" and first[:1].isdigit() and first in quotation.said_stems


def _named(quotation: Quotation, cue: Cue) -> tuple[int, int]:
    """Return the words that a statement names where it says what a limit does: of two words, a figure after them."""
    if cue.kind != "scope.pair":
        return cue.start, _noun_end(quotation, cue)
    return cue.end, cue.end + any(stem[:1].isdigit() for stem in quotation.reading.stems[cue.end : cue.end + 1])


def _noun_end(quotation: Quotation, cue: Cue) -> int:
    """Return the end of the noun that a limit names: "only to" diesel cars."""
    reading = quotation.reading
    noun = cue.kind in {"scope", "scope.first", "scope.group", "narrow"} or (
        cue.kind == "scope.noun" and quotation.hides(cue)
    )
    if not noun or cue.end - cue.start == 1 or reading.stems[cue.end - 1] or reading.has("of", cue.end - 1):
        return cue.end
    end = cue.end
    while end < min(cue.end + _NEAR, len(reading.words)) and reading.words[end][0].isalnum():
        end += 1
    if cue.kind == "scope" and quotation.hides(cue):
        end = min(end, quotation.hidden[1])
    return end if cue.start >= quotation.start else max(cue.end, min(end, quotation.start))


def _limits(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit a clause: they stand in it, and not after a comma that ends what is reported."""
    if cue.end <= focus.start:
        clauses = {reading.about(cue.start), reading.clause[cue.end - 1]}
        return ":" not in reading.words[cue.end : focus.start] and reading.clause[focus.start] in clauses
    if reading.about(cue.start) != reading.clause[focus.end - 1]:
        return False
    between = range(focus.end, cue.start)
    comma = next((at for at in reversed(between) if reading.words[at] == ","), None)
    if any(reading.has("and", at) for at in between):
        return False
    return comma is None or (cue.start == comma + 1 and not reading.is_word(min(cue.end, len(reading.words) - 1)))


def _is_in_opening(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words stand within others that a comma parts from what is reported: *after some months of rain,*."""
    if cue.end > focus.start or reading.opens(cue.start) or not reading.is_word(cue.start - 1):
        return False
    begins = reading.has("border", cue.start - 1) or reading.has("and", cue.start - 1)
    return not begins and "," in reading.between(cue.end, focus.start)


def _limits_noun(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit a noun that is reported, or the subject of what is."""
    if any(other.start == cue.start and other.kind == "hedge" for other in reading.cues):
        return False
    if reading.opens(cue.start) and cue.end <= focus.start and _is_subject(reading, cue.end, focus.start):
        return True
    if not _limits(reading, cue, focus) or (cue.end < focus.left and reading.has("article", focus.left)):
        return False
    after = takewhile(reading.is_word, range(cue.end, min(cue.end + _NOUN, len(reading.words))))
    noun = list(takewhile(lambda at: not reading.has("that", at), after))
    follows = any(focus.start <= at < focus.end and reading.stems[at] for at in noun)
    return follows or (reading.opens(cue.start) and not _is_reported(reading, cue, focus))


def _is_subject(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a noun and clauses about it, without a comma, go on to a word."""
    joints = [at for at in range(start, end + 1) if not reading.joined(at - 1, at)]
    return bool(joints) and joints[0] - start <= _NOUN and all(reading.has("relative", at) for at in joints)


def _limits_last(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words tell which are meant of a noun without an article that ends what is quoted."""
    before = range(max(focus.start, cue.start - _NEAR), cue.start - 1)
    known = any(reading.has("article", at) or reading.stems[at][:1].isdigit() for at in before)
    noun = cue.start == focus.right and reading.stems[cue.start - 1] and reading.original(cue.start - 1)[0].islower()
    return bool(noun) and not known


def _limits_first(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit the clause that they begin."""
    before = cue.start - reading.has("border", cue.start - 1)
    first = before == 0 or reading.opens(cue.start) or not reading.joined(before - 1, before)
    first = first or reading.resumes(before) is not None
    return first and _limits(reading, cue, focus)


def _limits_clause(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words limit a clause, rather than how often it is said *that* so."""
    return not _is_reported(reading, cue, focus) and _limits(reading, cue, focus)


def _is_reported(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a clause with *that* comes between words and what is reported, without a comma before it."""
    that = next((at for at in range(cue.end, focus.left) if reading.has("that", at)), None)
    return that is not None and "," not in reading.words[cue.end : that - reading.has("comma", that - 1)]


_WEAKENS = {"hedge": _weakens, "hedge.next": _follows}
_LIMITS = {
    "narrow": _limits_last,
    "scope": _limits_clause,
    "scope.pair": _limits_clause,
    "scope.figure": _limits,
    "scope.first": _limits_first,
    "scope.group": _limits_clause,
    "scope.model": _limits,
    "scope.noun": _limits_noun,
}
