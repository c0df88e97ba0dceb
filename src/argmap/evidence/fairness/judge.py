"""Judging whether a quotation is fair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from argmap.evidence.fairness.condition import condition
from argmap.evidence.fairness.cues import Cue, Language, language_of
from argmap.evidence.fairness.denial import denial, denies_too
from argmap.evidence.fairness.dispute import Dispute, Misuse
from argmap.evidence.fairness.ellipsis import ellipsis
from argmap.evidence.fairness.limits import hedge, scope
from argmap.evidence.fairness.quotation import Quotation
from argmap.evidence.fairness.reading import Reading, words_of
from argmap.evidence.fairness.voice import voice
from argmap.evidence.text.sentences import sentence_at, sentence_end
from argmap.text import Span

_LONGEST = 4_000  # characters of a passage that is judged
_LONGEST_SAID = 20_000  # characters of a statement
_MOST_CUES = 250  # around a passage that is judged; what has more is no prose
_KEPT = 100  # readings; citations of one sentence mostly stand together
_ENGLISH = 1 / 3  # of the words of English prose are without content, at least
_ORDER = list(Misuse)


def disputes(
    text: str, place: Span, phrases: Sequence[str], said: str, language: str | None = None
) -> tuple[Dispute, ...]:
    """Tell what is unfair about quoting a passage for a statement.

    Args:
        text: The source's text.
        place: Where the passage stands in it.
        phrases: The phrases by which it is cited, its first and last; what stands between them is hidden.
        said: The statement, with its title.
        language: The language that the source's record declares, as a BCP 47 tag.

    Returns:
        A dispute for each flaw, in the order of `Misuse`; none where the quotation is fair, or nothing can be told.

    Example:
        >>> text = "Speeds fell on the ring road, but only at night. It rained."
        >>> (dispute,) = disputes(text, Span(0, 28), ["Speeds fell on the ring road"], "Speeds fell on the ring road.")
        >>> str(dispute.misuse), text[dispute.words.start : dispute.words.end]
        ('condition', 'but only at night')
    """
    if not 0 <= place.start < place.end <= len(text):
        return ()
    if place.end - place.start > _LONGEST or len(said) > _LONGEST_SAID:
        return ()
    sentence = sentence_at(text, place)
    if sentence is None:
        return ()
    known = _language(text[sentence.start : sentence.end], language)
    if known is None:
        return ()
    quotation = _quotation(text, sentence, place, phrases, said, known)
    if quotation is None or len(quotation.reading.cues) > _MOST_CUES or not quotation.foci:
        return ()
    found: dict[Misuse, Cue] = {}
    for misuse, cue in _found(quotation):
        found.setdefault(misuse, cue)
    return tuple(_dispute(misuse, found[misuse], quotation, place) for misuse in _ORDER if misuse in found)


def _language(sentence: str, declared: str | None) -> Language | None:
    """Return what is known of the language of a sentence, told by its little words; English by these alone."""
    if declared:
        return language_of(declared.partition("-")[0].lower())
    english, words = language_of("en"), words_of(sentence)

    def little(language: Language) -> int:
        return sum(map(language.words["stop"].__contains__, words))

    if english and _ENGLISH * len(words) <= little(english):
        return english
    from argmap.evidence.text.languages.told import languages_of

    return max(filter(None, map(language_of, languages_of(sentence))), key=little, default=None)


def _quotation(
    text: str, sentence: Span, place: Span, phrases: Sequence[str], said: str, language: Language
) -> Quotation | None:
    """Return a quotation in its sentences and the one after them."""
    after = sentence.end
    while after < len(text) and after - sentence.end < 3 and text[after].isspace():
        after += 1
    follows = sentence.end < after < len(text) and "\n\n" not in text[sentence.end : after]
    end = (sentence_end(text, after) if follows else None) or sentence.end
    reading = _reading(text[sentence.start : end], sentence.start, language)
    start, stop = reading.inside(place)
    if start >= stop:
        return None
    hidden = (stop, stop)
    if len(phrases) > 1:
        first, last = start + len(words_of(phrases[0])), stop - len(words_of(phrases[-1]))
        hidden = (first, last) if first < last else hidden
    return Quotation(reading, start, stop, hidden, said)


@lru_cache(maxsize=_KEPT)
def _reading(text: str, offset: int, language: Language) -> Reading:
    return Reading(text, offset, language)


def _found(quotation: Quotation) -> Iterator[tuple[Misuse, Cue]]:
    """Yield what is unfair, each with the words left out."""
    for misuse, find in ((Misuse.DENIAL, denial), (Misuse.CONDITION, condition)):
        cue = find(quotation)
        if cue:
            yield (Misuse.ELLIPSIS if quotation.hides(cue) else misuse), cue
    turned = ellipsis(quotation)
    if turned:
        yield Misuse.ELLIPSIS, turned
    factual = () if denies_too(quotation) else ((Misuse.VOICE, voice), (Misuse.HEDGE, hedge))
    for misuse, find in (*factual, (Misuse.SCOPE, scope)):
        cue = find(quotation)
        if cue:
            yield misuse, cue


def _dispute(misuse: Misuse, cue: Cue, quotation: Quotation, place: Span) -> Dispute:
    reading = quotation.reading
    words = reading.span(cue.start, cue.end)
    fair = Span(min(place.start, words.start), max(place.end, words.end))
    numbers = {reading.sentence[n] for n in (quotation.start, quotation.end - 1, cue.start, cue.end - 1)}
    inside = [n for n, number in enumerate(reading.sentence) if min(numbers) <= number <= max(numbers)]
    return Dispute(misuse, words, reading.span(inside[0], inside[-1] + 1), fair)
