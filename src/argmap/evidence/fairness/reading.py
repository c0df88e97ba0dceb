"""A stretch of a source read word by word: its clauses, its cues, and where a passage stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from attrs import field, frozen

from argmap.evidence.fairness.cues import Cue, Language
from argmap.evidence.text.sentences import sentences
from argmap.text import Span

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*+%?|n[’']t(?!\w)|[’']s(?!\w)|[^\W\d_]+?(?=n[’']t(?!\w))|[^\W_]+[’'](?=\w\w)|[^\W_]+|[^\w\s]"
)
_WORD_WITHOUT_APOSTROPHE = re.compile(r"\d+(?:[.,:/]\d+)*+%?|[^\W_]+|[^\w\s]")
_BREAKS = frozenset(";—–•|")
_QUOTES = frozenset('"“”„«»‘’‹›')
_AND = frozenset(("and", "or", "und", "oder", "et", "ou", "y", "e", "o"))
_STEM = 5
_SHORTEST_STEM = 3


def words_of(text: str) -> list[str]:
    """Return the words and marks of a text, in lower case.

    Example:
        >>> words_of("It didn't fall 4.1%.")
        ['it', 'did', "n't", 'fall', '4.1%', '.']
    """
    return [word.lower().replace("’", "'") if len(word) > 1 else word.lower() for word in _word(text).findall(text)]


def _word(text: str) -> re.Pattern[str]:
    return _WORD if "'" in text or "’" in text else _WORD_WITHOUT_APOSTROPHE


def stem(word: str, language: Language) -> str:
    """Return what words of one root begin with, or the value of a figure; empty for a word without content."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip("%")
    if word in language.numbers:
        return language.numbers[word]
    if word in language.words["stop"] or len(word) < _SHORTEST_STEM or not word[0].isalpha():
        return ""
    return language.same.get(word, word)[:_STEM]


@frozen(eq=False)
class Reading:
    """Some sentences of a source, word by word; words are counted from the first.

    Attributes:
        text: The sentences.
        offset: Where they begin in the source.
        language: What is known of their language.
    """

    text: str = field(repr=False)
    offset: int
    language: Language = field(repr=False)

    @cached_property
    def words(self) -> list[str]:
        """Return the words and marks."""
        return words_of(self.text)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        return [match.span() for match in _word(self.text).finditer(self.text)]

    def span(self, start: int, end: int) -> Span:
        """Return where some words stand in the source."""
        return Span(self.offset + self._places[start][0], self.offset + self._places[end - 1][1])

    def inside(self, span: Span) -> tuple[int, int]:
        """Return the words that a span of the source touches, as the first and the one after the last."""
        first = bisect_right(self._places, span.start - self.offset, key=itemgetter(1))
        return first, bisect_left(self._places, span.end - self.offset, key=itemgetter(0))

    def original(self, number: int) -> str:
        """Return a word as it is written."""
        start, end = self._places[number]
        return self.text[start:end]

    @cached_property
    def stems(self) -> list[str]:
        """Return the stem of each word."""
        return [stem(word, self.language) for word in self.words]

    @cached_property
    def cues(self) -> list[Cue]:
        """Return the cues."""
        kept = [n for n, word in enumerate(self.words) if word not in _QUOTES]
        found = self.language.find([self.words[n] for n in kept])
        cues = (Cue(cue.kind, kept[cue.start], kept[cue.end - 1] + 1) for cue in found)
        return [cue for cue in cues if not self._is_name(cue)]

    def _is_name(self, cue: Cue) -> bool:
        """Tell whether a single word is a name, such as the month of May: written large within a sentence."""
        if cue.end - cue.start > 1 or not self.original(cue.start)[:1].isupper() or self.opens(cue.start):
            return False
        return not self.original(cue.start).isupper()

    def opens(self, number: int) -> bool:
        """Tell whether a word is the first of its sentence, or of a speech in it."""
        return (
            number == 0
            or self.sentence[number - 1] != self.sentence[number]
            or self.words[number - 1] in _QUOTES | {":"}
        )

    @cached_property
    def sentence(self) -> list[int]:
        """Return the number of the sentence that each word belongs to."""
        text = self.text if "\n\n" in self.text else self.text.replace("\n", " ")
        ends = [span.end for _, span in sentences(text)]
        return [bisect_right(ends, start) for start, _ in self._places]

    @cached_property
    def clause(self) -> list[int]:
        """Return the number of the clause that each word belongs to; the mark or word that begins one is its first."""
        words, borders, relative = self.words, self.language.words["border"], self.language.words["relative"]
        found: list[int] = []
        number, beside = 0, False
        for at, word in enumerate(words):
            after = words[at + 1] if at + 1 < len(words) else ""
            opens = word in borders or word in _BREAKS
            if word == "," and (beside or after in {"and", "or", "so", "und", "et", "y", "e"}):
                opens, beside = True, False
            if word == "," and after in relative:
                beside = True
            if at and self.sentence[at] != self.sentence[at - 1]:
                opens, beside = True, False
            number += opens
            found.append(number)
        return found

    def joined(self, first: int, last: int) -> bool:
        """Tell whether two words stand in one clause."""
        return self.clause[first] == self.clause[last]

    def runs_on(self, first: int, last: int) -> bool:
        """Tell whether two words stand in one clause, or in clauses joined by *and* or *or*."""
        joints = (n for n in range(first + 1, last + 1) if not self.joined(n - 1, n))
        return all(self.words[n] == "," and self.words[n + 1] in _AND for n in joints)

    def clause_end(self, at: int) -> int:
        """Return the end of the clause of a word, without the mark at its end."""
        end = at
        while end < len(self.words) and self.clause[end] == self.clause[at]:
            end += 1
        while end > at + 1 and not self.words[end - 1][0].isalnum():
            end -= 1
        return end


def stems_of(words: Sequence[str], language: Language) -> frozenset[str]:
    """Return the stems of the words that have content."""
    return frozenset(filter(None, (stem(word, language) for word in words)))
