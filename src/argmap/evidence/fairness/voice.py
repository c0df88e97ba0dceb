"""Voices: words that are not the source's own but those of someone it reports, or asks about."""

from __future__ import annotations

from bisect import bisect_left

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Focus, Quotation
from argmap.evidence.fairness.reading import Reading, stems_of

_SPEAKER = 8
_TAIL = 7
_NOUN = 2
_NEAR = 3
_TELLING = 12  # words about who says something, where and to whom
_ALL_QUOTES = frozenset('"“”„«»‹›')
_ENDS_SPEECH = _ALL_QUOTES.union(",?!—–")
_ENDS = frozenset(",.?!…")
_SPEECH = 4
_GOVERNOR = 8
_SAYING = ("voice", "denial", "hedge")


def voice(quotation: Quotation) -> Cue | None:
    """Return the words that say whose a passage's words are, where the statement leaves that out."""
    reading = quotation.reading
    found = [_asked, _spoken, _quoted]
    for focus in quotation.foci:
        named = False
        for cue in reading.cues:
            judge = _GOVERNS.get(cue.kind)
            words = judge(reading, cue, focus) if judge else None
            if words is None and cue.kind == "voice.before" and quotation.adjoins(cue):
                words = Cue(cue.kind, *quotation.hidden)
            if words is None or quotation.says("voice", words) or quotation.spares(cue, focus):
                continue
            if not (named and cue.kind == "voice.mood") and not _is_named(quotation, words, cue):
                return words
            named = True
        embedded = _embedded(reading, focus)
        if embedded and not _is_said(quotation, embedded):
            return embedded
        for look in found:
            words = look(reading, focus)
            denied = quotation.says("denial", words) if words else False
            if (
                words
                and not denied
                and not quotation.says("voice", words)
                and (_speaks(quotation) or not quotation.mentions(*_beside(words, focus)))
            ):
                return words
    return None


def _beside(words: Cue, focus: Focus) -> tuple[int, int]:
    """Return those of some words that stand before what is reported, or all where they stand after it."""
    return words.start, min(words.end, focus.start) if words.start < focus.start else words.end


def _is_said(quotation: Quotation, words: Cue) -> bool:
    """Tell whether the statement gives as no fact what some words make none, or has one of them."""
    said = any(quotation.says(each, words) for each in _SAYING)
    return said or quotation.mentions(words.start, words.end)


def _speaks(quotation: Quotation) -> bool:
    """Tell whether the passage may have a pronoun for the speaker, whom the statement then names in its stead."""
    return any(quotation.reading.has("self", n) for n in range(quotation.start, quotation.end))


def _is_named(quotation: Quotation, words: Cue, cue: Cue) -> bool:
    """Tell whether the statement names the speaker: the first word of content beside the cue's, most, or initials.

    Whom the passage calls *I* or *they* the statement names as the one who acts, not as the one who speaks.
    """
    reading, known = quotation.reading, quotation.reading.language.words
    opening = quotation.said_words[: _SPEECH + 1]
    views = not known.get("said.view", frozenset()).isdisjoint(opening[:1])
    if views and not stems_of(opening, reading.language).isdisjoint(
        reading.stems[max(0, words.start - _NEAR) : words.end]
    ):
        return True
    if _speaks(quotation):
        return False
    named = [n for n in range(words.start, words.end) if reading.stems[n] and not cue.start <= n < cue.end]
    said = [reading.stems[n] in quotation.said_stems for n in named if not reading.stems[n][0].isdigit()]
    initials = "".join(reading.original(n)[0] for n in named if reading.original(n)[0].isupper())
    if len(initials) > 1 and initials.lower() in quotation.said_words:
        return True
    return bool(said) and (said[0] or 2 * sum(said) > len(said))


def _verb(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return a verb of saying and its speaker, before what is said or after it and a comma."""
    if cue.start >= focus.end:
        return _told_after(reading, cue, focus)
    if reading.resumes(_speaker(reading, cue.start)) == reading.clause[focus.end - 1]:
        return _aside(reading, cue)
    passive = reading.has("passive", cue.start - 1) or (
        reading.has("passive", cue.start - 2) and not _opens(reading, cue.end - 1) and not _opens(reading, cue.end)
    )
    if passive or cue.start >= focus.start or not _opens_speech(reading, cue, focus):
        return None
    start = _speaker(reading, cue.start)
    speaks = start < cue.start or reading.words[start - 1 : start] == [","] or _opens(reading, cue.end - 1)
    if not speaks or _is_own(reading, start, cue.end):
        return None
    if any(other.kind.startswith("denial") and start <= other.start < cue.start for other in reading.cues):
        return None
    return Cue(cue.kind, start, cue.end + reading.has("that", cue.end))


def _judged(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return a verb of judging and its speaker, unless that is one whose judgment is taken for a fact."""
    known = any(other.kind == "fact" and other.end == cue.end for other in reading.cues)
    return None if known else _verb(reading, cue, focus)


def _aside(reading: Reading, cue: Cue) -> Cue | None:
    """Return a verb of saying and its speaker in an aside, unless that tells of someone: *the mayor, who says*."""
    start = _speaker(reading, cue.start)
    about_noun = reading.relates(start) or start == cue.start
    return None if about_noun or _is_own(reading, start, cue.start) else Cue(cue.kind, start, cue.end)


def _opens_speech(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether what a verb of saying reports goes on to some words."""
    if not reading.joined(cue.start, focus.start):
        return False
    between = reading.words[cue.end : focus.start]
    that = _opens(reading, cue.end - 1) or not reading.language.words["that"].isdisjoint(between[:_TAIL])
    if "," in between and not that and not (_ALL_QUOTES | reading.language.words["comma"]) & set(between):
        return False
    return that or not reading.has("to", cue.start - 1)


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether a word or mark begins what is said."""
    return reading.has("that", at) or reading.words[at] == ":"


def _speaker(reading: Reading, verb: int) -> int:
    """Return where the speaker before a verb begins."""
    start = verb
    while start and verb - start < _SPEAKER and reading.joined(start - 1, verb) and reading.words[start - 1] != ",":
        if reading.sentence[start - 1] != reading.sentence[verb] or reading.words[start - 1] in _ALL_QUOTES:
            break
        start -= 1
    while start < verb and not reading.words[start][0].isalnum():
        start += 1
    return start


def _is_own(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a speaker is the source itself, or facts that speak: not *critics of the study*."""
    words = reading.language.words
    end = next((n for n in range(start + 1, end) if reading.has("of", n)), end)
    another = start < end and reading.has("another", start)
    return not another and not words["own"].isdisjoint(reading.words[start:end])


def _told(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return a verb of saying and its speaker, after what is said or between commas or dashes in it."""
    if cue.start >= focus.end:
        return _told_after(reading, cue, focus)
    start = _speaker(reading, cue.start)
    about_noun = reading.has("relative", start) or reading.has("to", cue.end)
    aside = reading.resumes(start) == reading.clause[focus.end - 1] and not about_noun
    return _telling(reading, cue, start) if aside else None


def _told_after(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return a verb of saying and its speaker after what is said and a mark."""
    last = focus.end - 1
    if reading.sentence[last] != reading.sentence[cue.start]:
        return None
    marks = [n for n in range(focus.end, cue.start) if reading.words[n] in _ENDS_SPEECH]
    if not marks or cue.start - marks[-1] > _TAIL or not reading.runs_on(last, max(last, marks[-1] - 1)):
        return None
    start = marks[-1] + 1
    turned = start == cue.start or reading.has("then", start) or not reading.language.words["comma"]
    return _telling(reading, cue, start) if turned and reading.joined(min(start, cue.start), cue.start) else None


def _telling(reading: Reading, cue: Cue, start: int) -> Cue | None:
    """Return a verb of saying and its speaker from a word on, where a mark ends them and they say nothing more."""
    opens = any(reading.has(word, n) for n in range(start, cue.start) for word in ("that", "and", "but"))
    hangs = reading.relates(start) or (
        start < cue.start and (reading.has("clause", start) or reading.has("border", start))
    )
    if opens or hangs:
        return None
    end = _tail(reading, cue, _TELLING)
    closed = end >= len(reading.words) or not reading.words[end][0].isalnum()
    says = reading.has("that", cue.end - 1) or reading.has("that", cue.end)
    if not closed or says or _opens(reading, cue.end - 1):
        return None
    goes_on = start < cue.start and any(
        (other.kind == "it" and other.start == cue.end) or (other.kind == "turn" and other.start == start)
        for other in reading.cues
    )
    return None if goes_on or _is_own(reading, start, end) or start >= end else Cue(cue.kind, start, end)


def _before(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return words that report what follows them."""
    aside = reading.resumes(cue.start + (reading.words[cue.start] == ",")) == reading.clause[focus.end - 1]
    first, last = min(cue.end - 1, focus.start), focus.start
    charges = cue.kind == "voice.before" and reading.has("of", cue.end - 1)
    if charges and reading.goes_on(cue.start) == reading.clause[last]:
        return None
    if not aside and (cue.start >= last or not (reading.joined(first, last) or reading.runs_on(first, last))):
        return None
    if reading.has("whether", cue.end - 1) and "," in reading.between(first, last):
        return None
    end = cue.end
    if cue.kind == "voice.of":
        end = _tail(reading, cue)
        if end - cue.end == _TAIL:
            end = max(cue.end, min(end, focus.start))
    own = (cue.end, end) if cue.kind == "voice.of" else (max(0, cue.start - _NEAR), cue.end)
    if _is_own(reading, *own):
        return None
    return Cue(cue.kind, cue.start, end)


def _behind(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return words that report what follows them, with the speaker before them."""
    words = _before(reading, cue, focus)
    return words and Cue(cue.kind, _speaker(reading, cue.start), cue.end)


def _lead(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return words at the beginning of a clause that report what follows them."""
    first = (
        reading.opens(cue.start) or not reading.is_word(cue.start - 1) or not reading.joined(cue.start - 1, cue.start)
    )
    return _before(reading, cue, focus) if first else None


def _after(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return words that report what comes before them."""
    last = max(cue.start - (reading.words[cue.start] == ","), focus.end - 1)
    if cue.start < focus.end or not reading.joined(focus.end - 1, last):
        return None
    if last == cue.start and any(reading.has("and", at) for at in range(focus.right, cue.start)):
        return None
    if reading.closes(cue.start):
        return None
    end = _tail(reading, cue)
    own = _is_own(reading, cue.start, cue.end) or _is_own(reading, cue.end, min(end, cue.end + _NOUN))
    return None if own else Cue(cue.kind, cue.start, end)


def _mood(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return a verb whose form says that what it says is reported."""
    first, last = sorted((cue.start, focus.start))
    return cue if reading.joined(first, last) and ":" not in reading.words[first:last] else None


def _next(reading: Reading, cue: Cue, focus: Focus) -> Cue | None:
    """Return words that say after a full stop or semicolon whose words came before it."""
    return Cue(cue.kind, cue.start, _tail(reading, cue)) if reading.follows(cue.start, focus.end - 1, _SPEECH) else None


def _tail(reading: Reading, cue: Cue, most: int = _TAIL) -> int:
    """Return the end of the words after a cue, up to a mark."""
    end = cue.end
    while end < len(reading.words) and reading.words[end][0].isalnum() and end - cue.end < most:
        end += 1
    return end


def _embedded(reading: Reading, focus: Focus) -> Cue | None:
    """Return what stands before a *that* which begins what is reported, where that makes it no fact."""
    that = focus.left - 1
    if that < 1 or "fact" not in reading.language.kinds or not reading.has("that", that):
        return None
    if not reading.stems[that - 1] and not reading.has("told", that - 1):
        return None
    if not _is_subject(reading, focus.left):
        return None
    start = that
    while start and that - start < _GOVERNOR and reading.joined(start - 1, that) and reading.words[start - 1] != ",":
        start -= 1
    so = any(cue.kind in {"fact", "factive"} and cue.end == that + 1 for cue in reading.cues)
    return None if so or start == that or _is_own(reading, start, that) else Cue("fact", start, that + 1)


def _is_subject(reading: Reading, at: int) -> bool:
    """Tell whether a word begins a subject, rather than a verb: a name, pronoun or article."""
    known = reading.has("article", at) or reading.has("self", at) or not reading.original(at).islower()
    return known or any(cue.kind == "it" and cue.start == at for cue in reading.cues)


def _asked(reading: Reading, focus: Focus) -> Cue | None:
    """Return the mark of a question that what is reported is part of, unless that takes it for sure: *who knew …?*."""
    number = reading.sentence[focus.end - 1]
    if any(cue.kind == "sure" and reading.sentence[cue.start] == number for cue in reading.cues):
        return None
    for at in range(focus.end, len(reading.words)):
        if reading.sentence[at] != number:
            return None
        if reading.words[at] == "?" and not reading.is_inner(at):
            return Cue("question", at, at + 1)
    return None


def _spoken(reading: Reading, focus: Focus) -> Cue | None:
    """Return the speaker of a transcript at the beginning of what is reported: a name in capitals and a colon."""
    colon = next((n for n in range(focus.start) if reading.words[n] == ":"), None)
    if colon is None or not 0 < colon <= _TAIL or reading.sentence[colon] > reading.sentence[0] + 1:
        return None
    names = [reading.original(n) for n in range(colon) if reading.original(n)[0].isalpha()]
    if any(reading.has("label", n) for n in range(colon)):
        return None
    if names and all(name.isupper() for name in names) and len(names[-1]) > 1:
        return Cue("speaker", 0, colon + 1)
    return None


def _quoted(reading: Reading, focus: Focus) -> Cue | None:
    """Return what stands beside a speech in quotation marks that what is reported is part of, or how that begins."""
    marks = [n for n, word in enumerate(reading.words) if word in _ALL_QUOTES]
    before = bisect_left(marks, focus.start)
    if not before % 2 or before == len(marks) or marks[before] < focus.end:
        return None
    first, last = marks[before - 1], marks[before]
    speech = reading.words[last - 1] in _ENDS or reading.opens(first) or reading.words[first - 1] in {":", ","}
    if not speech or last - first <= _SPEECH:
        return None
    number = reading.sentence[first]
    start = bisect_left(reading.sentence, number)
    beside = [n for n in range(start, first) if reading.words[n][0].isalnum()]
    if beside:
        return Cue("speech", beside[0], beside[-1] + 1)
    end = last + 1
    while end < len(reading.words) and reading.sentence[end] == number and reading.words[end][0].isalnum():
        end += 1
    return Cue("speech", last + 1, end) if end > last + 1 else Cue("speech", first, first + _SPEECH)


_GOVERNS = {
    "voice.verb": _verb,
    "voice.judged": _judged,
    "voice.told": _told,
    "voice.before": _before,
    "voice.behind": _behind,
    "voice.lead": _lead,
    "voice.of": _before,
    "voice.after": _after,
    "voice.mood": _mood,
    "voice.next": _next,
}
