"""A stretch of a source read word by word: its clauses, its cues, and where a passage stands in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter
from unicodedata import normalize

from attrs import field, frozen

from argmap.evidence.fairness.cues import Cue, Language
from argmap.evidence.text.sentences import sentences
from argmap.text import Span

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*+%?|n[’']t(?!\w)|[’']s(?!\w)|[^\W\d_]+?(?=n[’']t(?!\w))"
    r"|(?:[cdjlmnstCDJLMNST]|[^\W_]*+(?<=[Qq]u))[’'](?=\w)|[^\W_]+[’'](?=\w\w)|[^\W_]+|[^\w\s]"
)
_WORD_WITHOUT_APOSTROPHE = re.compile(r"\d+(?:[.,:/]\d+)*+%?|[^\W_]+|[^\w\s]")
_BREAKS = frozenset(";—–•|")
_BULLETS = frozenset("-*•–—#>")
_QUOTES = frozenset('"“”„«»‘’‹›')
_BEFORE = _QUOTES | _BULLETS
_ASIDE_MARKS = frozenset(",—–")
_LONGEST_ASIDE = 16
_STEM = 5
_PARAGRAPH = re.compile(r"\s*(?:\d+(?:\.\d+)+|§ ?\d+[a-z]?|\(?(?:[\d.]*\d|[a-z]|[ivx]+)[.)]{1,2})\s", re.IGNORECASE)
_SHORTEST_STEM = 3
_KEPT = 10_000  # words whose stems are remembered


def words_of(text: str) -> list[str]:
    """Return the words and marks of a text, in lower case; an apostrophe parts two words, in any language.

    Example:
        >>> words_of("It didn't fall 4.1%.")
        ['it', 'did', "n't", 'fall', '4.1%', '.']
    """
    words = list(map(str.lower, _word(text).findall(text)))
    return [word.replace("’", "'") if len(word) > 1 else word for word in words] if "’" in text else words


def _word(text: str) -> re.Pattern[str]:
    return _WORD if "'" in text or "’" in text else _WORD_WITHOUT_APOSTROPHE


@lru_cache(maxsize=_KEPT)
def stem(word: str, language: Language) -> str:
    """Return what words of one root begin with, or the value of a figure; empty for a word without content."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip("%")
    if word in language.numbers:
        return language.numbers[word]
    if word in language.words["stop"] or len(word) < _SHORTEST_STEM or not word[0].isalpha():
        return ""
    return (language.same.get(word) or _root(word, language))[:_STEM]


@cache
def _opposites(language: Language) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for one, other in language.opposite:
        for words, contrary in ((one, other), (other, one)):
            for word in words:
                found.setdefault(stem(word, language), set()).update(stem(each, language) for each in contrary)
    return found


def opposites(stems: Iterable[str], language: Language) -> set[str]:
    """Return the stems of the words that mean the contrary of some."""
    known = _opposites(language)
    return {each for known_stem in stems for each in known.get(known_stem, ())}


def _root(word: str, language: Language) -> str:
    """Return a word without accents, and without a beginning and an ending of its language that it can do without."""
    if not word.isascii():
        word = "".join(letter for letter in normalize("NFD", word) if letter.isalpha())
    for beginning in language.beginnings:
        if word.startswith(beginning) and len(word) - len(beginning) > _SHORTEST_STEM:
            word = word[len(beginning) :]
            break
    ending = _ending(word, language)
    while ending:
        word = word[: -len(ending)]
        ending = _ending(word, language)
    return language.same.get(word, word)


def _ending(word: str, language: Language) -> str:
    if len(word) <= _SHORTEST_STEM or word[-2] == word[-1] or not word.endswith(language.endings):
        return ""
    longest = len(word) - _SHORTEST_STEM
    return next((each for each in language.endings if len(each) <= longest and word.endswith(each)), "")


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

    def has(self, section: str, number: int) -> bool:
        """Tell whether a word is listed in a section of the language's file; none is, where there is no such word."""
        return 0 <= number < len(self.words) and self.words[number] in self.language.words.get(section, ())

    def is_word(self, number: int) -> bool:
        """Tell whether what stands somewhere is a word, or a mark."""
        return self.words[number][0].isalnum()

    def is_inner(self, number: int) -> bool:
        """Tell whether a mark is part of an address, or all that is in quotation marks: *a?b*, *« ? »*."""
        end = self._places[number][1]
        around = [*self.words[max(0, number - 1) : number], *self.words[number + 1 : number + 2]]
        return self.text[end : end + 1].isalnum() or (len(around) > 1 and _QUOTES.issuperset(around))

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
        return [cue for cue in cues if not (self._is_name(cue) or self._is_idle(cue))]

    def _is_idle(self, cue: Cue) -> bool:
        """Tell whether a cue ends a compound, *user-provided*, or is a verb that conditions only where it opens."""
        places = self._places[max(0, cue.start - 1) : cue.start + 1]
        compound = self.words[cue.start - 1] == "-" and cue.start > 1 and places[0][1] == places[-1][0]
        if compound and self._places[cue.start - 2][1] == places[0][0]:
            return True
        return cue.kind == "condition.first" and not self.opens(cue.start)

    def _is_name(self, cue: Cue) -> bool:
        """Tell whether a single word is a name, such as the month of May: written large within a sentence."""
        nouns = self.language.words["comma"]
        if nouns or cue.end - cue.start > 1 or not self.is_noun(cue.start) or self.opens(cue.start):
            return False
        return not self.original(cue.start).isupper()

    def opens(self, number: int) -> bool:
        """Tell whether a word is the first of its sentence, or of a speech in it."""
        before = number - 1
        while before >= 0 and (self.words[before] in _BEFORE or self._numbers(before)):
            before -= 1
        return before < 0 or self.words[before] == ":" or self.sentence[before] != self.sentence[number]

    def _numbers(self, at: int) -> bool:
        """Tell whether a word or mark belongs to the number of a paragraph: *3.*, *(b)*."""
        start = self._places[at][0]
        number = _PARAGRAPH.match(self.text)
        return number is not None and start < number.end()

    @cached_property
    def sentence(self) -> list[int]:
        """Return the number of the sentence that each word belongs to."""
        text = self.text if "\n\n" in self.text else self.text.replace("\n", " ")
        ends = [span.end for _, span in sentences(text)]
        return [bisect_right(ends, start) for start, _ in self._places]

    @cached_property
    def part(self) -> list[int]:
        """Return the number of the sentence, or of what a semicolon ends of one, that each word belongs to."""
        found: list[int] = []
        for at in range(len(self.words)):
            new = at and (self.sentence[at] != self.sentence[at - 1] or self.words[at - 1] == ";")
            found.append((found[-1] if found else 0) + bool(new))
        return found

    def follows(self, number: int, last: int, within: int) -> bool:
        """Tell whether a word is among the first of the sentence, or part of one, that follows another word's."""
        part = self.part[number]
        return part == self.part[last] + 1 and number - bisect_left(self.part, part) <= within

    @cached_property
    def clause(self) -> list[int]:
        """Return the number of the clause that each word belongs to; the mark or word that begins one is its first.

        What stands between two commas or dashes in a clause has a number of its own, and the clause goes on after it.
        """
        opens, asides = self._opens_clause, self._asides
        found: list[int] = []
        number = last = until = outside = 0
        for at in range(len(self.words)):
            if at == until:
                number = outside
            if at in asides:
                until, outside = asides[at], number
                last = number = last + 1
            elif opens[at] and at >= until and not (at == until and at):
                last = number = last + 1
            found.append(number)
        return found

    @cached_property
    def _opens_clause(self) -> list[bool]:
        """Tell of each word whether it begins a clause or its sentence, after another."""
        words = self.language.words
        borders, after_comma = words["border"] | _BREAKS, words["joins"] | words["clause"]
        pronouns = words["pronoun"]
        before, after = [*self.sentence[:1], *self.sentence], [*self.words[1:], ""]
        main = self._main_clauses
        return [
            number != last
            or at in main
            or word in borders
            or (word == "," and (following in after_comma or (following in pronouns and self.is_noun(at - 1))))
            for at, (word, following, number, last) in enumerate(
                zip(self.words, after, self.sentence, before, strict=False)
            )
        ]

    @cached_property
    def _main_clauses(self) -> set[int]:
        """Return the commas after which a sentence that a subordinate clause begins has its main one."""
        words, nouns = self.language.words, bool(self.language.words["comma"])
        begins = words["opening"] | (words["clause"] | words["border"] if nouns else frozenset())
        hangs = words["clause"] | words["border"] | words["that"] | words["joins"] | words["pronoun"]
        found: set[int] = set()
        seeks = False
        for at, word in enumerate(self.words if begins else ()):
            if at == 0 or self.sentence[at] != self.sentence[at - 1]:
                seeks = word in begins or (not nouns and self.has("that", at + 1))
            elif (
                seeks
                and word == ","
                and not (nouns and self.is_noun(at + 1))
                and at + 1 < len(self.words)
                and self.words[at + 1] not in hangs
            ):
                found.add(at)
                seeks = False
        return found

    @cached_property
    def _asides(self) -> dict[int, int]:
        """Return where asides between commas or dashes begin, each with the first word after it."""
        found: dict[int, int] = {}
        marks = [at for at, word in enumerate(self.words) if word in _ASIDE_MARKS]
        taken = -1
        for first, second in pairwise(marks):
            if first > taken and self.words[first] == self.words[second] and self._is_aside(first, second):
                found[first] = taken = second + 1
        return found

    def _is_aside(self, first: int, second: int) -> bool:
        """Tell whether what stands between two commas or dashes is an aside, after which the clause goes on."""
        words = self.language.words
        after = self.words[second + 1] if second + 1 < len(self.words) else ""
        if self.part[first] != self.part[second] or self.opens(first + 1):
            return False
        if second - first > _LONGEST_ASIDE or not after[:1].isalnum():
            return False
        if after in words["joins"] | words["border"] | words["but"]:
            return False
        if self.words[bisect_left(self.sentence, self.sentence[first])] in words["border"]:
            return False
        begins = ("aside", "border", "relative", "joins", "clause", "pronoun")
        return self.words[first] != "," or any(self.words[first + 1] in words[name] for name in begins)

    def relates(self, at: int) -> bool:
        """Tell whether a word begins a clause about the noun before it."""
        return self.has("relative", at) or (
            at > 1 and self.words[at - 1] == "," and self.has("pronoun", at) and self.is_noun(at - 2)
        )

    def is_noun(self, at: int) -> bool:
        """Tell whether a word is written large, as nouns are in some languages."""
        return 0 <= at < len(self.words) and self.original(at)[:1].isupper()

    def is_article(self, at: int) -> bool:
        """Tell whether a word that may be a pronoun begins a noun, where nouns are written large."""
        return self.has("pronoun", at) and self.is_noun(at + 1) and self.is_word(at + 1)

    def resumes(self, at: int) -> int | None:
        """Return the clause that goes on after the aside that a word begins; None where it begins none."""
        end = self._asides.get(at - 1)
        return None if end is None else self.clause[end]

    def closes(self, at: int) -> bool:
        """Tell whether a mark ends an aside, after which its clause goes on."""
        return at + 1 in self._asides.values()

    def goes_on(self, at: int) -> int | None:
        """Return the clause that goes on after the aside that a word stands in; None where it stands in none."""
        return self.resumes(self.clause.index(self.clause[at]) + 1)

    def about(self, at: int) -> int:
        """Return the clause that a word says something of: its own, or the one that goes on after its aside.

        A mark is of the clause before it.
        """
        if at and not self.words[at][0].isalnum():
            return self.clause[at - 1]
        around = self.resumes(at)
        return self.clause[at] if around is None else around

    def between(self, start: int, end: int) -> list[str]:
        """Return the words from one to another without the asides between them."""
        return [self.words[at] for at in range(start, end) if self.clause[at] == self.clause[end]]

    def joined(self, first: int, last: int) -> bool:
        """Tell whether two words stand in one clause."""
        return self.clause[first] == self.clause[last]

    def runs_on(self, first: int, last: int) -> bool:
        """Tell whether two words stand in one clause, or in clauses that *and* or *or* joins, with asides or not."""
        joints = (n for n in range(first + 1, last + 1) if not self.joined(n - 1, n))
        joins = self.language.words["joins"]
        return all(self.words[n - 1] == "," or not joins.isdisjoint(self.words[n + 1 : n + 2]) for n in joints)

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
