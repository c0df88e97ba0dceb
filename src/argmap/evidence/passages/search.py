"""Finding phrases in a text: literally, or as they may also be written; few at a time, or many in one pass."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count

from argmap.evidence.text.breaks import joined_at_hyphens
from argmap.evidence.text.marks import marks
from argmap.evidence.text.normalise import (
    Normal,
    bare,
    leave_out,
    letters_and_digits,
    normal_text,
    normalise,
    without_case,
)
from argmap.evidence.text.tokens import Tokens, code, positions, rarest, split_words
from argmap.evidence.text.words import figures, is_boundary, negations, signs, word_pattern
from argmap.text import Span

_FEW = 256  # phrases; more are looked up in one pass
_BEFORE_ELLIPSIS = 4  # characters that stand before an ellipsis and tell it from others
_TURKISH = {"i": "İ", "I": "ı"}
_HANGUL_BREAK = re.compile(r"(?<=[가-힣])[^\S\n]*+\n[^\S\n]*+(?=[가-힣])")
_LOOSE_LENGTH = 8  # letters and digits; fewer are found by chance


class Searched:
    """A text made ready for searching; what costs is worked out when it is first needed, and kept.

    Attributes:
        normal: Its normal form.

    Example:
        >>> text = Searched("The safe  level was not met.")
        >>> text.exact("safe level"), text.loose("safe-level was")
        ([Span(start=4, end=14)], [Span(start=4, end=18)])
    """

    def __init__(self, text: str | Normal) -> None:
        self.normal: Normal = text if isinstance(text, Normal) else normalise(text)
        self._exact: dict[str, Sequence[int]] = {}
        self._loose: dict[str, Sequence[int]] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """Return the words of the normal form."""
        return Tokens.of(self.normal.text)

    @cached_property
    def folded(self) -> str:
        """Return the normal form without case."""
        return self.normal.text.casefold()

    @cached_property
    def _letters(self) -> _Letters:
        return _Letters(self.normal.text)

    @cached_property
    def _pages(self) -> list[int]:
        raw = self.normal.raw
        return [at for at, character in enumerate(raw) if character == "\f"] if "\f" in raw else []

    def page(self, offset: int) -> int | None:
        """Return the page of an offset of the raw text, where it has form feeds between its pages."""
        return bisect_right(self._pages, offset) + 1 if self._pages else None

    def starts(self, phrase: str) -> Sequence[int]:
        """Return where a phrase that is in N1 begins, in order."""
        if phrase not in self._exact:
            self._exact[phrase] = _find(self.normal.text, phrase)
        return self._exact[phrase]

    def exact(self, phrase: str) -> list[Span]:
        """Return every place of a phrase that is in N1."""
        return [Span(start, start + len(phrase)) for start in self.starts(phrase)]

    def loose(self, phrase: str) -> list[Span]:
        """Return every place that says the same as a phrase, though it is not written the same.

        It is `respelt`; failing that, marks of notes and readings inside the passage do not count.
        """
        found = self.respelt(phrase)
        if not found and (unmarked := marks().sub("", phrase)) != phrase:
            found = self.exact(unmarked) or self.respelt(unmarked)
        return found or (self._unmarked.places(phrase) if self._unmarked else [])

    def respelt(self, phrase: str) -> list[Span]:
        """Return every place that equals a phrase in N2 and has the same figures, signs and negations.

        Few letters are found by chance: a phrase of fewer than eight may only differ in its first letter's case, in
        vowel points, in blanks where a script sets none, or in a hyphen at a line end.
        """
        letters = letters_and_digits(phrase)
        if len(letters) < _LOOSE_LENGTH:
            return next(filter(None, self._ways(phrase)), []) or self._alike(phrase, letters)
        words = list(word_pattern(phrase).finditer(phrase))
        lead, trail = words[0].start(), len(phrase) - words[-1].end()
        text, wanted = self.normal.text, (*_of(phrase), negations(phrase))
        return [
            s
            for s in self._spelt(letters)
            if (*_of(text[max(0, s.start - lead) : s.end + trail]), negations(text[s.start : s.end])) == wanted
        ]

    def _ways(self, phrase: str) -> Iterator[list[Span]]:
        yield self._hyphenated(phrase)
        for other in recased(phrase):
            yield self.exact(other)
            yield self._hyphenated(other)

    def _spelt(self, letters: str) -> Iterator[Span]:
        """Go through the places that have these letters in N2."""
        if letters not in self._loose:
            self._loose[letters] = _find_all(self._letters.text, letters)
        found = (self._letters.span(start, len(letters)) for start in self._loose[letters])
        return (span for span in found if span)

    def _hyphenated(self, phrase: str) -> list[Span]:
        """Return the places of a phrase whose hyphen stands at a line end, where N1 takes it for hyphenation."""
        joined = phrase.replace("- ", "-")
        found = self.exact(joined.replace("-", "")) if "-" in joined else []
        return [s for s in found if normal_text(joined_at_hyphens(self._raw(s))) == joined]

    def _alike(self, phrase: str, letters: str) -> list[Span]:
        if phrase.isascii() or not letters:
            return []
        inside = [match.span() for match in word_pattern(phrase).finditer(phrase)]
        lead, trail = inside[0][0], len(phrase) - inside[-1][1]
        text, wanted = self.normal.text, bare(phrase)
        around = (Span(max(0, span.start - lead), span.end + trail) for span in self._spelt(letters))
        bounded = [span for span in around if _is_bounded(text, span.start, span.end - span.start)]
        found = [span for span in bounded if bare(text[span.start : span.end]) == wanted]
        return found or [s for s in bounded if bare(normal_text(_HANGUL_BREAK.sub("", self._raw(s)))) == wanted]

    def _raw(self, span: Span) -> str:
        raw = self.normal.to_raw(span)
        return self.normal.raw[raw.start : raw.end]

    @cached_property
    def _unmarked(self) -> _Unmarked | None:
        return _Unmarked(self.normal.text) if marks().search(self.normal.text) else None

    def look_for(self, phrases: Iterable[str]) -> None:
        """Look up many phrases at once, so that `starts` and `exact` have them at hand; a few are not worth it."""
        wanted = {phrase for phrase in phrases if phrase not in self._exact}
        if len(wanted) > _FEW:
            absent = {phrase for phrase in wanted if self._lacks_ellipsis_of(phrase)}
            self._exact.update(dict.fromkeys(absent, ()))
            self._exact.update(_find_together(self.tokens, wanted - absent))

    def _lacks_ellipsis_of(self, phrase: str) -> bool:
        """Tell at a glance that a phrase is not in the text: most with an ellipsis name the ends of a passage."""
        at = phrase.find("...")
        return at >= _BEFORE_ELLIPSIS and phrase[at - _BEFORE_ELLIPSIS : at] not in self._before_ellipses

    @cached_property
    def _before_ellipses(self) -> set[str]:
        text = self.normal.text
        return {text[max(0, at - _BEFORE_ELLIPSIS) : at] for at in _find_all(text, "...")}

    def look_for_loose(self, phrases: Iterable[str]) -> None:
        """Look up many phrases at once, so that `loose` has them at hand; a few are not worth it."""
        wanted = set(phrases)
        if len(wanted) <= _FEW:
            return
        letters = {phrase: letters_and_digits(phrase) for phrase in wanted}
        few = (phrase for phrase, row in letters.items() if len(row) < _LOOSE_LENGTH)
        self.look_for(other for phrase in few for other in recased(phrase))
        rows = {row for row in letters.values() if len(row) >= _LOOSE_LENGTH} - self._loose.keys()
        self._loose.update(_find_rows(self._letters.text, rows))
        if self._unmarked:
            lost = {phrase for phrase, row in letters.items() if not self._loose.get(row)}
            self._unmarked.searched.look_for(lost)
            self._unmarked.searched.look_for_loose(lost)


class _Unmarked:
    """A text in N1 without marks of notes and readings."""

    def __init__(self, text: str) -> None:
        self._map = leave_out(text, marks())
        self.searched = Searched(self._map.text)

    def places(self, phrase: str) -> list[Span]:
        """Return the places of a phrase, in the text with marks."""
        found = self.searched.exact(phrase) or self.searched.respelt(phrase)
        return [self._map.to_raw(self.searched.normal.to_raw(span)) for span in found]


class _Letters:
    """A text in N2, and where in N1 its words begin and end."""

    def __init__(self, normal: str) -> None:
        self._normal = normal
        self._starts, self._at = array("I"), array("I", [0])
        parts: list[str] = []
        for words, starts in split_words(normal):
            folded = without_case("\n".join(words)).split("\n") if words else []
            parts.append("".join(folded))
            lengths = accumulate(map(len, folded), initial=self._at.pop())
            self._at.extend(lengths)
            self._starts.extend(starts)
        self.text = "".join(parts)

    def span(self, start: int, length: int) -> Span | None:
        """Return the part of N1 that a part of N2 stands for, if it begins and ends with words."""
        first, stop = bisect_left(self._at, start), bisect_left(self._at, start + length)
        if self._at[first] != start or self._at[stop] != start + length:
            return None
        last = word_pattern(self._normal).match(self._normal, self._starts[stop - 1])
        return Span(self._starts[first], last.end()) if last else None


def recased(phrase: str) -> tuple[str, ...]:
    """Return a phrase with its first letter small instead of capital, or capital instead of small, also as in Turkish.

    Example:
        >>> recased("about half"), recased('"Incir"')
        (('About half',), ('"incir"', '"ıncir"'))
    """
    at = next((i for i, character in enumerate(phrase) if character.isalpha()), 0)
    letter = phrase[at : at + 1]
    others = (letter.swapcase(), *_TURKISH.get(letter, ())) if letter != "İ" else ("i",)
    return tuple(f"{phrase[:at]}{other}{phrase[at + 1 :]}" for other in others)


def _of(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return figures(text), signs(text)


def _find_all(text: str, phrase: str) -> list[int]:
    found: list[int] = []
    start = text.find(phrase) if phrase else -1
    while start >= 0:
        found.append(start)
        start = text.find(phrase, start + 1)
    return found


def _find(text: str, phrase: str) -> list[int]:
    return [start for start in _find_all(text, phrase) if _is_bounded(text, start, len(phrase))]


def _is_bounded(text: str, start: int, length: int) -> bool:
    end = start + length
    before, after = start and text[start - 1] != " ", end < len(text) and text[end] != " "
    return (not before or is_boundary(text, start)) and (not after or is_boundary(text, end))


def _find_together(tokens: Tokens, phrases: Iterable[str]) -> dict[str, Sequence[int]]:
    """Find phrases by the rarest three words of each, in one pass over the words of the text."""
    text = tokens.text
    seeds: list[tuple[str, int, tuple[int, ...]]] = []
    found: dict[str, Sequence[int]] = {}
    for phrase in phrases:
        words = list(word_pattern(phrase).finditer(phrase))
        if words:
            at, gram = rarest([code(word[0]) for word in words], tokens.counts)
            seeds.append((phrase, words[at].start(), gram))
        else:
            found[phrase] = _find(text, phrase)
    hits = positions(tokens.codes, (gram for _, _, gram in seeds))
    for phrase, lead, gram in seeds:
        starts = (tokens.starts[hit] - lead for hit in hits.get(gram, ()))
        found[phrase] = [
            start
            for start in starts
            if start >= 0 and text.startswith(phrase, start) and _is_bounded(text, start, len(phrase))
        ]
    return found


def _find_rows(text: str, rows: Iterable[str]) -> dict[str, Sequence[int]]:
    """Find rows of letters by the eight in the middle of each, in one pass over the letters of the text."""
    middles = {row: (len(row) - _LOOSE_LENGTH) // 2 for row in rows}
    seeds = {row[at : at + _LOOSE_LENGTH] for row, at in middles.items()}
    windows = map(text.__getitem__, map(slice, count(), range(_LOOSE_LENGTH, len(text) + 1)))
    hits: dict[str, list[int]] = {}
    for at in compress(count(), map(seeds.__contains__, windows)):
        hits.setdefault(text[at : at + _LOOSE_LENGTH], []).append(at)
    return {
        row: [
            hit - at
            for hit in hits.get(row[at : at + _LOOSE_LENGTH], ())
            if hit >= at and text.startswith(row, hit - at)
        ]
        for row, at in middles.items()
    }
