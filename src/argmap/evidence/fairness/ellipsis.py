"""Ellipses that hide whose verb it is, which things are meant, or words that turn the rest round."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Quotation

_SUBJECT = 4
_CLAUSE = 8  # words of a clause that are shown
_NOUN = 3  # words of a noun without an article


def ellipsis(quotation: Quotation) -> Cue | None:
    """Return what an ellipsis hides without which the rest says something else."""
    if not quotation.start < quotation.hidden[0] < quotation.hidden[1] < quotation.end:
        return None
    return (
        _parted(quotation)
        or _joined_sentences(quotation)
        or _joined_clauses(quotation)
        or _exchanged(quotation)
        or _restricted(quotation)
        or _turned(quotation)
    )


def _parted(quotation: Quotation) -> Cue | None:
    """Return the denial that is hidden of words that are none together: the *not* of *not without merit*."""
    reading, (start, end) = quotation.reading, quotation.hidden
    for cue in reading.cues:
        first, last = max(cue.start, start), min(cue.end, end)
        if cue.kind == "fair" and first < last and last - first < cue.end - cue.start:
            alone = reading.language.find(reading.words[first:last])
            if any(each.kind.startswith("denial.") for each in alone):
                return Cue("parted", first, last)
    return None


def _joined_sentences(quotation: Quotation) -> Cue | None:
    """Return the subject that is hidden, where a statement takes the beginning of another sentence for it."""
    reading, (start, end) = quotation.reading, quotation.hidden
    if reading.sentence[quotation.start] == reading.sentence[quotation.end - 1]:
        return None
    first = next((at for at in range(start, end) if reading.sentence[at] == reading.sentence[end - 1]), end)
    predicate = [at for at in range(start, first) if reading.sentence[at] == reading.sentence[quotation.start]]
    other = not reading.language.words["contrast"].isdisjoint(reading.words[first:end])
    shown = (other or quotation.mentions(quotation.start, start)) and quotation.mentions(end, quotation.end)
    pronoun = _is_pronoun(quotation, first) or (not reading.has("article", first) and _is_pronoun(quotation, end - 1))
    adjoining = reading.sentence[end] - reading.sentence[start] == 1
    another = other or reading.has("article", first)
    if not shown or (pronoun and not other) or (not another and quotation.mentions(start, first) and adjoining):
        return None
    return _hidden_subject(quotation, first, predicate)


def _joined_clauses(quotation: Quotation) -> Cue | None:
    """Return the subject of a later clause that is hidden, where a statement takes that of the first for it."""
    reading, (start, end) = quotation.reading, quotation.hidden
    if reading.sentence[quotation.start] != reading.sentence[end]:
        return None
    if not (quotation.mentions(quotation.start, start) and quotation.mentions(end, quotation.end)):
        return None
    joints = [at for at in range(end - 1, start, -1) if _is_joint(quotation, at)]
    opening = next((at + 1 for at in joints if reading.has("article", at + 1) and reading.joined(at + 1, end)), None)
    if opening is not None:
        return _hidden_subject(quotation, opening, range(start, opening))
    about = next((at for at in joints if end - at <= _NOUN and _is_about_noun(quotation, at)), None)
    if about is None or not _is_verb(quotation, start):
        return None
    first = max(start, about - _SUBJECT)
    return _hidden_subject(quotation, first, range(start, first + 1))


def _exchanged(quotation: Quotation) -> Cue | None:
    """Return a hidden limit and turn, where the limit that the next clause begins with is taken for it."""
    reading, (start, end) = quotation.reading, quotation.hidden
    turns = reading.has("but", end - 1) or reading.has("although", end - 1)
    goes_on = quotation.end < len(reading.words) and reading.joined(end, quotation.end)
    if not turns or not goes_on or not reading.has("aside", end) or not reading.has("aside", start):
        return None
    shown = quotation.mentions(quotation.start, start) and quotation.mentions(end, quotation.end)
    return Cue("exchanged", start, end) if shown and not quotation.mentions(start, end) else None


def _is_about_noun(quotation: Quotation, at: int) -> bool:
    return quotation.reading.has("relative", at) and quotation.reading.has("border", at)


def _is_joint(quotation: Quotation, at: int) -> bool:
    """Tell whether a hidden word begins a clause, or may do so: an *and* that joins no list."""
    reading, start = quotation.reading, quotation.hidden[0]
    if reading.has("border", at) or reading.words[at] == ";":
        return True
    if not _is_verb(quotation, start):
        return False
    if reading.has("that", at):
        return True
    return reading.has("and", at) and (reading.words[at - 1] == "," or "," not in reading.words[start:at])


def _hidden_subject(quotation: Quotation, first: int, predicate: Sequence[int]) -> Cue | None:
    """Return a hidden subject after a hidden predicate, where the statement mentions nothing of its clause.

    The verb before the ellipsis, which the statement has, may be that of a later sentence, too: *dates … date*.
    """
    stems, end = quotation.reading.stems, quotation.hidden[1]
    subject = range(first, min(end, first + _SUBJECT))
    if not any(stems[at] for at in subject) or not any(stems[at] for at in predicate):
        return None
    before, sentence = quotation.hidden[0], quotation.reading.sentence
    shown = stems[quotation.start : before] if sentence[before] < sentence[first] else []
    verb = next(filter(None, reversed(shown)), "")
    mentioned = any(stems[at] != verb and quotation.mentions(at, at + 1) for at in range(first, end))
    return None if mentioned else Cue("subject", first, subject.stop)


def _is_pronoun(quotation: Quotation, at: int) -> bool:
    """Tell whether a word points back; *those to India* does not."""
    names = quotation.reading.has("aside", at + 1)
    return not names and any(
        cue.kind == "it" and cue.start == at and cue.end == at + 1 for cue in quotation.reading.cues
    )


def _is_verb(quotation: Quotation, at: int) -> bool:
    """Tell whether a word after a noun is its verb: no mark, and none that goes on about the noun."""
    reading = quotation.reading
    if any(cue.kind == "voice.verb" and cue.start == at for cue in reading.cues):
        return True
    return reading.is_word(at) and not any(reading.has(each, at) for each in ("and", "aside", "relative"))


def _restricted(quotation: Quotation) -> Cue | None:
    """Return hidden words about a noun without an article: of *employees who …*, not of *the employees who …*.

    In some languages an article of many leaves open which are meant, too.
    """
    reading, (start, end) = quotation.reading, quotation.hidden
    known = reading.has("stop", quotation.start) or reading.has("article", quotation.start)
    if known and not reading.has("many", quotation.start):
        return None
    noun = range(quotation.start + known, start)
    bare = len(noun) <= _NOUN and not any(reading.has("stop", at) for at in noun)
    narrows = bare and any(cue.kind.startswith("narrow") and cue.start == start for cue in reading.cues)
    start += reading.has("comma", start) and reading.relates(start + 1)
    if not reading.relates(start) and not (narrows and reading.joined(start, end)):
        return None
    stop = min(end, start + _CLAUSE)
    said = quotation.mentions(start, stop) or quotation.qualifies()
    return None if said else Cue("relative", start, stop)


def _turned(quotation: Quotation) -> Cue | None:
    """Return hidden words that turn round or share out what is shown."""
    reading, (_, last) = quotation.reading, quotation.hidden
    while last > quotation.hidden[0] and not reading.words[last - 1][0].isalnum():
        last -= 1
    for cue in reading.cues:
        turns = cue.kind == "hidden" or (cue.kind in {"hidden.last", "denial.before"} and cue.end == last)
        if turns and quotation.hides(cue) and not _is_said(quotation, cue):
            return cue
    return None


def _is_said(quotation: Quotation, cue: Cue) -> bool:
    mentioned = quotation.mentions(cue.start, cue.end)
    return mentioned or any(quotation.says(each, cue) for each in ("denial", "hidden", "hedge"))
