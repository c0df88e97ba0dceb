"""Conditions: clauses without which what is quoted does not hold, or that take it back."""

from __future__ import annotations

from argmap.evidence.fairness.cues import Cue
from argmap.evidence.fairness.quotation import Focus, Quotation
from argmap.evidence.fairness.reading import Reading, opposites

_LONGEST = 10  # words of a condition that are shown
_POINTS_BACK = 4
_UNDONE = 4
_TURN = 5
_NOUN = 3  # words of a noun with its article
_SHORT = 2  # words that must begin what follows: *salvo en*, not *her rooms, except in May*
_OPENING = 3  # words of a condition before a comma that does not end it
_MARKS = frozenset(",.;:?!—–()")


def condition(quotation: Quotation) -> Cue | None:
    """Return the words that condition what a statement reports of a passage, and that it leaves out."""
    reading = quotation.reading
    for cue in reading.cues:
        judge = _GOVERNS.get(cue.kind)
        hidden = cue.kind == "condition.after" and _is_hidden(quotation, cue)
        if judge and (hidden or any(judge(reading, cue, focus) for focus in quotation.foci)):
            words = _whole(reading, _main(quotation, cue))
            if cue.end <= quotation.start:
                words = Cue(cue.kind, words.start, min(words.end, quotation.start))
            if hidden:
                words = Cue(cue.kind, words.start, min(words.end, quotation.hidden[1]))
            said = "turn" if cue.kind == "turn" else "condition"
            if not (
                quotation.says(said, words)
                or quotation.names(words.start, _verb(reading, words))
                or quotation.leads(words)
                or quotation.qualifies()
            ):
                return words
    return None


def _verb(reading: Reading, cue: Cue) -> int:
    """Return the end of a condition within a clause, before the verb that ends this where nouns are written large."""
    end = cue.end
    within = reading.language.words["comma"] and cue.start and reading.joined(cue.start - 1, cue.start)
    while within and end > cue.start + 1 and reading.original(end - 1)[0].islower():
        end -= 1
    return end


def _is_hidden(quotation: Quotation, cue: Cue) -> bool:
    """Tell whether an ellipsis hides a condition of what is shown: at its beginning, or after a comma."""
    opens = cue.start == quotation.hidden[0] or quotation.reading.words[cue.start - 1] == ","
    return opens and quotation.hides(cue) and not quotation.continues(cue)


def _main(quotation: Quotation, cue: Cue) -> Cue:
    """Return where the clause that takes back begins: of an *although* before the passage, after the comma."""
    if cue.kind != "turn" or cue.start >= quotation.start:
        return cue
    words = quotation.reading.words
    comma = next(at for at in range(quotation.start, len(words)) if words[at] == ",")
    return Cue(cue.kind, comma + 1, comma + 2)


def _whole(reading: Reading, cue: Cue) -> Cue:
    """Return the words of a cue with those after it, as far as a mark: not the comma of *however,* or *only there,*."""
    commas = (at for at in range(cue.end, cue.end + _OPENING) if reading.words[at : at + 1] == [","])
    comma = next((at for at in commas if at == cue.end or reading.has("clause", at + 1)), cue.end - 1)
    end = comma + 1
    while end < min(len(reading.words), cue.start + _LONGEST) and reading.words[end][0] not in _MARKS:
        end += 1
    return Cue(cue.kind, cue.start, end)


def _after(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a condition after a clause belongs to it."""
    if reading.sentence[cue.start] != reading.sentence[focus.end - 1]:
        return False
    if cue.start < focus.end:
        return _between(reading, cue, focus)
    last = reading.has("and", cue.start - 1) and "," not in reading.words[cue.end : reading.clause_end(cue.start)]
    apart = range(focus.end, cue.start - last)
    phrase = [at for at in apart if reading.has("and", at) and reading.has("said.place", at + 1)]
    if any(reading.words[at] == ";" or (reading.has("and", at) and at not in phrase) for at in apart):
        return False
    if _is_question(reading, cue) or _contrasts(reading, cue, focus):
        return False
    last_before = _last_before(reading, cue, focus)
    return reading.joined(focus.end - 1, last_before) or (bool(phrase) and reading.runs_on(focus.end - 1, last_before))


def _where(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a *where* is an *if*: it tells of no place before it, or of what may or must be."""
    if cue.start < focus.end:
        return _between(reading, cue, focus)
    if reading.words[cue.start - 1] == "," or not _after(reading, cue, focus):
        return False
    near = range(max(focus.left, cue.start - _NOUN), cue.start)
    place = reading.original(cue.start - 1)[0].isupper() or any(reading.has("article", at) for at in near)
    return not place or any(reading.has("modal", at) for at in range(focus.left, focus.right))


def _contrasts(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a *but not* is of another thing than what is reported: *it grows in Spain, but not in France*."""
    last = reading.words[cue.end - 1]
    denies = any(other.kind == "back.not" and cue.start < other.start < cue.end for other in reading.cues)
    return denies and reading.has("stop", cue.end - 1) and last in reading.words[focus.left : focus.right]


def _modal(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether words after a clause of what may or must be condition it, or at its beginning: *without leave*."""
    if not any(reading.has("modal", n) for n in range(focus.left, focus.right)):
        return False
    return _lead(reading, cue, focus) or _after(reading, cue, focus)


def _last_before(reading: Reading, cue: Cue, focus: Focus) -> int:
    """Return the last word before a cue that is no mark, or the last that is reported."""
    last = cue.start - 1
    while last > focus.end - 1 and not reading.words[last][0].isalnum():
        last -= 1
    return max(last, focus.end - 1)


def _between(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a condition is an aside in the clause that is reported."""
    resumes = reading.resumes(cue.start) == reading.clause[focus.end - 1]
    return resumes and ":" not in reading.words[cue.end : focus.start]


def _is_question(reading: Reading, cue: Cue) -> bool:
    """Tell whether an *if* is a *whether*: of what is asked, seen or known."""
    return reading.has("if", cue.start) and any(
        other.kind == "voice.before" and other.start < cue.start < other.end for other in reading.cues
    )


def _before(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a clause before another conditions it: at the beginning of a sentence, up to a comma.

    What stands in the clause of an *if* itself is no fact either.
    """
    if cue.end > focus.start or reading.sentence[cue.start] != reading.sentence[focus.start]:
        return False
    words = reading.language.words
    opening = {*words["that"], *words["and"], ",", ";"}
    if cue.start and not reading.opens(cue.start) and reading.words[cue.start - 1] not in opening:
        return False
    ends = [n for n in range(cue.end - 1, focus.start) if reading.words[n] == ","]
    ends = ends or [n for n in range(cue.end, focus.start) if reading.has("then", n)]
    if not ends:
        own = reading.has("if", cue.start) and reading.joined(cue.start, focus.start)
        told = any(reading.has("that", n) for n in range(cue.end, focus.start))
        return own and not told and not _is_question(reading, cue)
    main = ends[-1] + 1
    another = any(
        reading.words[n] == ";" or reading.has("but", n) or (reading.words[n] == "," and reading.has("and", n + 1))
        for n in range(cue.end, main)
    )
    reported = any(reading.has("that", n) or reading.words[n] == ":" for n in range(main, focus.start))
    return not another and not reported and reading.joined(main, focus.start)


def _next(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether what comes after a full stop or semicolon conditions what is reported."""
    return reading.follows(cue.start, focus.end - 1, _TURN if cue.end - cue.start > _SHORT else 1)


def _lead(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a condition begins the sentence of what is reported, and turns its verb round: *only if*."""
    same = reading.sentence[cue.start] == reading.sentence[focus.start]
    return same and cue.end <= focus.start and (cue.start == 0 or reading.opens(cue.start))


def _first(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a verb that begins a sentence conditions what comes after a comma."""
    commas = [at for at in range(cue.end, focus.start) if reading.words[at] == ","]
    hangs = not commas or any(reading.has(each, commas[-1] + 1) for each in ("clause", "border", "pronoun"))
    relates = bool(commas) and reading.has("aside", commas[-1] + 1) and reading.has("pronoun", commas[-1] + 2)
    return not (hangs or relates) and _lead(reading, cue, focus) and _before(reading, cue, focus)


def _turn(reading: Reading, cue: Cue, focus: Focus) -> bool:
    """Tell whether a clause after what is reported, or around it, takes it back."""
    if reading.sentence[cue.start] != reading.sentence[focus.end - 1]:
        begins = cue.end + (reading.words[cue.end : cue.end + 1] == [","])
        return reading.follows(cue.start, focus.end - 1, _TURN) and _takes_back(reading, begins, focus)
    if cue.start >= focus.end:
        last = _last_before(reading, cue, focus)
        return reading.joined(focus.end - 1, last) and _takes_back(reading, _turning(reading, cue, focus), focus)
    if not reading.opens(cue.start) or not reading.has("although", cue.start):
        return False
    comma = next((n for n in range(focus.end, len(reading.words)) if reading.words[n] == ","), None)
    inside = reading.joined(cue.start, focus.start) and "," not in reading.words[cue.end : focus.start]
    return inside and comma is not None and _takes_back(reading, comma + 1, focus)


def _turning(reading: Reading, cue: Cue, focus: Focus) -> int:
    """Return where a clause begins that turns: after its first word, or after the comma before it."""
    commas = [at for at in range(focus.end, cue.start) if reading.words[at] == ","]
    if commas and commas[-1] + 1 < cue.start:
        return commas[-1] + 1
    return cue.end + (reading.words[cue.end : cue.end + 1] == [","])


def _takes_back(reading: Reading, start: int, focus: Focus) -> bool:
    """Tell whether a clause both points back to what is reported and reverses it."""
    end = reading.clause_end(min(start, len(reading.words) - 1))
    inside = [cue for cue in reading.cues if start <= cue.start < end]
    about = {stem for stem in reading.stems[focus.left : focus.right] if stem}
    stands_for = any(
        cue.kind == "it" and _is_subject(reading, cue.start, start) and not reading.is_article(cue.start)
        for cue in inside
    )
    names = any(cue.kind == "it" and cue.end - cue.start > 1 for cue in inside)
    points = stands_for or names or not about.isdisjoint(reading.stems[start:end])
    backs = [cue for cue in inside if cue.kind.startswith("back") and _undoes(reading, cue, end, about)]
    verbless = any(cue.kind == "back" and cue.start == start for cue in inside)
    reverses = stands_for and not opposites(about, reading.language).isdisjoint(reading.stems[start:end])
    return reverses or (bool(backs) and (points or verbless))


def _undoes(reading: Reading, cue: Cue, end: int, about: set[str]) -> bool:
    """Tell whether words that take back do: a bare negation only where it negates what is reported."""
    if cue.kind != "back.not":
        return True
    after = range(cue.end, end)
    undone = any(reading.has("undo", n) for n in after[:_UNDONE])
    return undone or len(after) <= 1 or not about.isdisjoint(reading.stems[n] for n in after)


def _is_subject(reading: Reading, at: int, start: int) -> bool:
    """Tell whether a word begins a clause, or what comes after words of time or place that open it."""
    lead = reading.words[at - 1] == "," or reading.has("aside", start)
    return at - start <= 1 or (at - start <= _POINTS_BACK and lead)


_GOVERNS = {
    "condition.after": _after,
    "condition.before": _before,
    "condition.first": _first,
    "condition.lead": _lead,
    "condition.modal": _modal,
    "condition.where": _where,
    "condition.next": _next,
    "turn": _turn,
}
