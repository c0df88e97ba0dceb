"""Where a selector's passage stands in a text.

The whole quote is first looked for as it is written, ellipsis and all; only then is ``start … end`` read as the two
ends of a passage. Phrases begin and end at the boundaries of words and figures.

A place of ``start … end`` is a *shortest* passage: from a start to the nearest end behind it, with no other start in
between. Where a start phrase is repeated before one end, the last of them counts, and where an end phrase is repeated
behind one start, the first: a lazy match seen from both sides. Passages are short beside the 3,000 characters that
they may span, so that the nearest pair is nearly always the one that was meant; and since the rule is symmetric,
repetitions before or behind the passage never change what it selects.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from attrs import field, frozen

from argmap.evidence.normalise import Normal, letters_and_digits, normal_text, normalise
from argmap.evidence.words import figures, is_boundary, negations, word_spans, words
from argmap.model.citations import Selector
from argmap.text import Span

LONGEST_PASSAGE = 3000
"""Characters of the normal form that ``start … end`` may plausibly span."""

_LOOSE_LENGTH = 8  # letters and digits; fewer are found by chance


@frozen
class Location:
    """What a search found, in offsets of the normal form.

    Attributes:
        places: Every place of the passage, in order.
        loose: They differ from the quote in case, spacing, punctuation or hyphenation.
        implausible: Both phrases are there, but never an end within reach behind a start.
        guess: Where one of the phrases stands, if the passage does not.
    """

    places: tuple[Span, ...] = ()
    loose: bool = False
    implausible: bool = False
    guess: Span | None = None


@frozen(eq=False)
class Searched:
    """A text made ready for searching; what costs is worked out when it is first needed.

    Attributes:
        normal: Its normal form.
    """

    normal: Normal

    @classmethod
    def of(cls, text: str) -> Searched:
        """Make a text ready."""
        return cls(normalise(text))

    def exact(self, phrase: str) -> list[Span]:
        """Give every place of a phrase that is in N1."""
        return occurrences(self.normal.text, phrase)

    def loose(self, phrase: str) -> list[Span]:
        """Give every place that equals a phrase in N2 and has the same figures and negations."""
        letters = letters_and_digits(phrase)
        if len(letters) < _LOOSE_LENGTH:
            return []
        text, wanted = self.normal.text, (figures(phrase), negations(phrase))
        return [
            s
            for s in self._letters.find(letters)
            if (figures(text[s.start : s.end]), negations(text[s.start : s.end])) == wanted
        ]

    @cached_property
    def _letters(self) -> _Letters:
        return _Letters.of(self.normal.text)


@frozen(eq=False)
class _Letters:
    """A text in N2, and where in N1 its words begin and end."""

    text: str
    at: list[int] = field(repr=False)
    words: list[tuple[int, int]] = field(repr=False)

    @classmethod
    def of(cls, normal: str) -> _Letters:
        spans = word_spans(normal)
        folded = [normal[start:end].casefold() for start, end in spans]
        at = [0]
        for word in folded:
            at.append(at[-1] + len(word))
        return cls("".join(folded), at, spans)

    def find(self, letters: str) -> list[Span]:
        found: list[Span] = []
        start = self.text.find(letters)
        while start >= 0:
            first, behind = bisect_left(self.at, start), bisect_left(self.at, start + len(letters))
            if self.at[first] == start and self.at[behind] == start + len(letters):
                found.append(Span(self.words[first][0], self.words[behind - 1][1]))
            start = self.text.find(letters, start + 1)
        return found


def occurrences(text: str, phrase: str) -> list[Span]:
    """Give every place of a phrase between boundaries, overlapping ones too.

    Example:
        >>> occurrences("art and party art", "art")
        [Span(start=0, end=3), Span(start=14, end=17)]
    """
    found: list[Span] = []
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        end = start + len(phrase)
        if is_boundary(text, start) and is_boundary(text, end):
            found.append(Span(start, end))
        start = text.find(phrase, start + 1)
    return found


def locate(selector: Selector, searched: Searched) -> Location:
    """Find a selector's passage.

    Args:
        selector: The place as it is written down.
        searched: The text, made ready.

    Returns:
        Every place, in offsets of the text's normal form.

    Example:
        >>> text = Searched.of("Mean speed fell by 4.1 km/h on 41 streets.")
        >>> locate(Selector("speed … 4.1"), text).places
        (Span(start=5, end=22),)
        >>> locate(Selector("speed … 4"), text).guess
        Span(start=5, end=10)
    """
    literal = searched.exact(normal_text(selector.quote))
    if literal:
        return _pick(selector, Location(tuple(literal)))
    phrases = [normal_text(phrase) for phrase in selector.phrases]
    exact = [searched.exact(phrase) for phrase in phrases]
    found = [spans or searched.loose(phrase) for spans, phrase in zip(exact, phrases, strict=True)]
    loose = found != exact
    if not all(found):
        return Location(guess=next((spans[0] for spans in found if spans), None))
    every = found[0]
    for spans in found[1:]:
        every = shortest(every, spans)
    places = tuple(span for span in every if len(found) == 1 or span.end - span.start <= LONGEST_PASSAGE)
    if not places:
        return Location(implausible=True, guess=every[0] if every else found[0][0])
    text = searched.normal.text
    fitting = tuple(place for place in places if _fits(selector, text, place))
    return _pick(selector, Location(fitting, loose)) if fitting else Location(guess=places[0])


def shortest(starts: Sequence[Span], ends: Sequence[Span]) -> list[Span]:
    """Join each start to the nearest end behind it, leaving out what holds another such pair.

    Example:
        >>> shortest([Span(0, 2), Span(5, 7)], [Span(9, 12), Span(20, 23)])
        [Span(start=5, end=12)]
    """
    end_starts = [end.start for end in ends]
    pairs: dict[int, Span] = {}
    for start in starts:
        nearest = bisect_left(end_starts, start.end)
        if nearest < len(ends):
            pairs[nearest] = Span(start.start, ends[nearest].end)
    return list(pairs.values())


def _fits(selector: Selector, text: str, place: Span) -> bool:
    """Tell whether the words written around the passage stand next to it; punctuation and case do not count."""
    before, after = (words(normal_text(context or "")) for context in (selector.before, selector.after))
    reach_before, reach_after = (sum(map(len, context)) + 4 * len(context) for context in (before, after))
    found_before = words(text[max(0, place.start - reach_before) : place.start])
    found_after = words(text[place.end : place.end + reach_after])
    return found_before[len(found_before) - len(before) :] == before and found_after[: len(after)] == after


def _pick(selector: Selector, location: Location) -> Location:
    if selector.nth is None:
        return location
    if not 1 <= selector.nth <= len(location.places):
        return Location(guess=location.places[-1])
    return Location((location.places[selector.nth - 1],), location.loose)
