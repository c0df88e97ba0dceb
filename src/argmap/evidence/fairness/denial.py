"""Denials: words that take back, doubt or turn round what is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Focus, Quotation
from argmap.evidence.fairness.reading import Reading

_CLOSE = 5  # words between a bare "not" and what it negates
_BESIDE_NOUN = 1
_SUBJECT = 7
_AFTER = 8
_NEXT = 3
_BACK = 4
_PRONOUN = 2
_FOLLOWS = 6
_VERB = 1  # words between a subject and a negation
_PREDICATE = 3


def denial(quotation: Quotation) -> Cue | None:
    """Return the words that deny what a statement reports of a passage, and that it leaves out.

    Two denials, one of the other, are none: *nobody disputes that*.
    """
    return next((cue for cue in _denying(quotation) if not _said(quotation, cue)), None)


def denies_too(quotation: Quotation) -> bool:
    """Tell whether a statement denies what words around a passage, or hidden in it, deny: then it is nobody's fact."""
    around = [cue for cue in _denying(quotation) if not quotation.shows(cue)]
    return any(_said(quotation, cue) for cue in around)


def _denying(quotation: Quotation) -> Iterator[Cue]:
    """Yield the words that deny what is reported, the first of each clause."""
    reading = quotation.reading
    known = [cue for cue in reading.cues if cue.kind.startswith("denial.")]
    bare = [cue for cue in known if cue.kind == "denial.clause"]
    cues = [cue for cue in known if not (_is_condition(reading, cue) or _is_denied(reading, cue, bare))]
    for focus in quotation.foci:
        governs = [
            cue for cue in cues if _GOVERNS[cue.kind](reading, cue, focus) or _negates_rest(quotation, cue, focus)
        ]
        found = [cue for cue in governs if not (_presupposes(reading, cue, focus) or quotation.spares(cue, focus))]
        if found and not _cancelled(found, focus):
            yield found[0]


def _presupposes(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether what is denied is that somebody knows or sees what is reported: *he did not see that …*."""
    return any(
        each.kind == "factive" and cue.start < each.start < cue.end + _CLOSE and each.end <= focus.start
        for each in reading.cues
    )


def _is_condition(reading: Reading, cue: Cue) -> bool:
    """Tell whether a denial is what a condition is about: *if you fail to pay*."""
    first = _subject(reading, cue)
    first += reading.words[first] == ","
    return first < cue.start and any(
        other.kind.startswith("condition.")
        and other.kind not in {"condition.next", "condition.lead"}
        and first == other.start
        and "," not in reading.words[first : cue.start]
        for other in reading.cues
    )


def _is_denied(reading: Reading, cue: Cue, bare: Sequence[Cue]) -> bool:
    """Tell whether a denial of other words is denied in its own clause: *did not dispute that*."""
    if cue.kind != "denial.before":
        return False
    start, end = _subject(reading, cue), reading.clause_end(cue.start)
    return any(
        (start <= other.start < cue.start or cue.end <= other.start < end)
        and {",", ":"}.isdisjoint(reading.words[min(other.start, cue.start) : max(other.start, cue.start)])
        for other in bare
    )


def _cancelled(found: Sequence[Cue], focus: Focus) -> bool:
    """Tell whether the first denial is one of another that follows it at once, and that is not what is reported."""
    first, *others = found
    return any(
        cue.start == first.end and cue.start != focus.start and cue.kind in {"denial.before", "denial.beside"}
        for cue in others
    )


def _said(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether the statement denies, as the source does: what is shown may be denied in any other words."""
    if cue.kind == "denial.next":
        named = _names_what_follows(quotation, cue)
    else:
        straddles = cue.start < quotation.start < cue.end
        named = quotation.mentions(cue.start, cue.start + 1)
        named = named or (not straddles and quotation.mentions(cue.end - 1, cue.end))
        named = named or (
            cue.kind == "denial.before"
            and cue.end <= quotation.start
            and quotation.reading.has("that", cue.end - 1)
            and quotation.names(_subject(quotation.reading, cue), cue.end)
            and quotation.says("voice", cue)
        )
    if named and cue.kind in {"denial.before", "denial.after", "denial.next"}:
        return True
    if quotation.says("denial", cue) or quotation.reverses():
        return True
    named = _names_instead(quotation, cue)
    if quotation.shows(cue) and _affirms(quotation, cue):
        return named and quotation.reading.clause_end(cue.start) + 1 < quotation.end
    return named or (quotation.shows(cue) and quotation.rewords())


def _affirms(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether the statement has the words before and after a negation without it: *is [not] liable*."""
    words = quotation.reading.words
    around = words[cue.start - 1 : cue.start] + words[cue.end : cue.end + 1]
    between = len(around) > 1 and all(word[0].isalnum() for word in around)
    return between and any(list(each) == around for each in pairwise(quotation.said_words))


def _names_instead(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether the statement has a word of what is so in place of what is denied: *not boiled, but stirred*."""
    at = _instead(quotation.reading, cue) if cue.kind in {"denial.clause", "denial.beside"} else None
    return at is not None and quotation.mentions(at, quotation.reading.clause_end(at))


def _instead(reading: Reading, cue: Cue) -> int | None:
    """Return where what is so in place of what is denied begins."""
    comma = reading.clause_end(cue.start)
    return comma + 1 if reading.has("rather", comma + 1) else None


def _subject(reading: Reading, cue: Cue) -> int:
    """Return where the clause of a cue begins: with who denies."""
    return reading.clause.index(reading.clause[cue.start])


def _names_what_follows(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether the statement has a word of what takes the passage back that the passage has not."""
    reading = quotation.reading
    start, end = bisect_left(reading.part, reading.part[cue.start]), min(cue.end + _FOLLOWS, len(reading.words))
    own = set(reading.stems[quotation.start : quotation.end])
    return any(reading.stems[at] not in own and quotation.mentions(at, at + 1) for at in range(start, end))


def _before(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words deny what comes after them."""
    if cue.start > focus.start:
        return _within(reading, cue, focus)
    return _reaches(reading, cue, focus.start)


def _reaches(reading: Reading, cue: Cue, at: int) -> bool:
    """Tell whether a clause that a cue begins goes on to a word."""
    if not reading.joined(cue.start, at) and not reading.joined(cue.end - 1, at):
        return False
    if any(each.kind == "voice.verb" and cue.end < each.start < at and _joins(reading, each) for each in reading.cues):
        return False
    between = reading.between(cue.end, at)
    that = reading.language.words["that"]
    if ":" in between:
        return False
    open_clause = reading.words[cue.end - 1] in {*that, ","} or not that.isdisjoint(between[:_BACK])
    return open_clause or "," not in between or between[:1] == [","] or _is_infinitive(reading, cue.end, at)


def _is_infinitive(reading: Reading, start: int, at: int) -> bool:
    """Tell whether a word stands in an infinitive that a comma parts from its verb, in languages where one does."""
    alone = bool(reading.language.words["comma"]) and reading.between(start, at).count(",") == 1
    return alone and any(reading.has("to", n) for n in range(start, reading.clause_end(at)))


def _joins(reading: Reading, cue: Cue) -> bool:
    return reading.has("and", cue.start - 1) or reading.has("but", cue.start - 1)


def _within(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a cue stands within what is reported, right before some of it."""
    if cue.end >= focus.end or not reading.joined(cue.start, focus.end - 1):
        return False
    at = _next_stem(reading, cue.end, focus)
    commas = [n for n in range(cue.end, focus.end) if reading.words[n] == ","]
    return at is not None and not (reading.words[cue.start - 1] == "," and commas)


def _beside(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a bare negation negates what follows it closely."""
    at = focus.start if cue.start < focus.left else _next_stem(reading, cue.end, focus)
    if at is None or cue.end > at or not reading.joined(cue.start, at):
        return False
    between = reading.between(cue.end, at)
    if not reading.language.words["and"].union(",:").isdisjoint(between):
        return False
    start = max(focus.left, cue.end)
    if _is_relative(reading, cue) and start > cue.end:
        return False
    return min(at, max(start, cue.end)) - cue.end <= _CLOSE


def _negates_rest(quotation: Quotation, cue: Cue, focus: Focus) -> bool:
    """Tell whether a bare negation right after a subject negates what the statement says of it: *eating is not …*."""
    reading, at = quotation.reading, cue.start
    if cue.kind != "denial.beside" or not focus.right <= at <= focus.right + _VERB or not at < len(reading.words):
        return False
    verb = reading.has("auxiliary", at - 1) or reading.has("modal", at)
    return verb and reading.joined(focus.right - 1, at) and quotation.mentions(cue.end, cue.end + _PREDICATE)


def _clause(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a negation stands in the clause that is reported, before its verb or after it."""
    near = focus.start if cue.end <= focus.start else focus.end - 1
    first, last = min(cue.start, near), max(cue.start, near)
    if not reading.joined(first, last) or not {",", ":"}.isdisjoint(reading.between(first, last)):
        return False
    another = any(reading.has("and", at) for at in (*range(cue.end, focus.left), *range(focus.right, cue.start)))
    return not another and not (focus.right <= cue.start and _instead(reading, cue) is not None)


def _is_relative(reading: Reading, cue: Cue) -> bool:
    """Tell whether a negation stands right after a word that begins a clause about a noun, and is its subject."""
    near = (at for at in range(max(0, cue.start - _NEXT), cue.start) if reading.relates(at))
    return any(not reading.has("article", at + 1) and not _is_told(reading, at) for at in near)


def _is_told(reading: Reading, at: int) -> bool:
    """Tell whether a word ends what says that something is said."""
    return any(cue.end - 1 == at and cue.kind.startswith("voice") for cue in reading.cues)


def _next_stem(reading: Reading, at: int, focus: Focus) -> int | None:
    return next((n for n in range(at, focus.end) if reading.stems[n] and reading.joined(n, focus.end - 1)), None)


def _noun(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a negated noun makes the clause that is reported negative."""
    if cue.start >= focus.start and cue.start >= focus.left:
        return False
    at = max(focus.left, cue.end)
    if not reading.joined(cue.start, at) or not {",", ":"}.isdisjoint(reading.words[cue.end : at]):
        return False
    if _is_relative(reading, cue) and at > cue.end:
        return False
    first = cue.start == 0 or not reading.joined(cue.start - 1, cue.start) or reading.has("that", cue.start - 1)
    return at - cue.end <= (_SUBJECT if first else _BESIDE_NOUN if cue.start else 0)


def _after(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words deny what comes before them."""
    if cue.start < focus.end or reading.sentence[cue.start] != reading.sentence[focus.end - 1]:
        return False
    if not reading.words[cue.start][0].isalnum():
        return reading.joined(focus.end - 1, max(cue.start - 1, focus.end - 1))
    gap = reading.words[focus.end : cue.start]
    if len(gap) > _AFTER:
        return False
    if reading.goes_on(focus.end - 1) == reading.clause[cue.start] and reading.language.words["comma"]:
        return True
    return reading.joined(focus.end - 1, cue.start) and _is_claim(reading, focus)


def _is_claim(reading: Reading, focus: Focus) -> bool:
    """Tell whether what is reported stands in a clause about what is claimed: the claim that, that, whether."""
    first = focus.start
    while first and reading.joined(first - 1, focus.start):
        first -= 1
    words = reading.language.words
    return reading.words[first] in words["whether"] or not (words["that"] | words["comma"]).isdisjoint(
        reading.words[first : max(first + 1, focus.start)]
    )


def _next(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether what comes after a full stop or semicolon takes back what is reported."""
    return reading.follows(cue.start, focus.end - 1, _BACK if cue.end - cue.start > _PRONOUN else 1)


def _tail(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words right after what is reported deny it."""
    return cue.start == focus.right and reading.sentence[cue.start] == reading.sentence[focus.right - 1]


_GOVERNS = {
    "denial.tail": _tail,
    "denial.clause": _clause,
    "denial.before": _before,
    "denial.beside": _beside,
    "denial.noun": _noun,
    "denial.after": _after,
    "denial.next": _next,
}
