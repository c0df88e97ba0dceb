"""The cues of a language: its file of words and patterns, read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from attrs import field, frozen

_FOLDER = Path(__file__).parent / "languages"
_LISTS = frozenset(
    (
        "numbers same stop ending prefix border joins clause pronoun aside that whether if then and but although to "
        "comma passive contrast own another undo self told modal article universal auxiliary about opening many "
        "rather label of adjective relative"
    ).split()
)
_APART = frozenset(("fact", "factive", "fair"))  # kinds that stand where another looks like a cue and is none
_NUMBER = "0"
_ANY = "+"
_CONTENT = "^"
_LIST = re.compile(r"\{(\w+)\}")
_GAP = re.compile(r"…(\d?)")
_GAP_WORDS = 4
_WITHIN = "'-"  # marks within what a gap stands for
_VAGUE = re.compile(r"[…*()+~^]|(?:\A|\|)0(?:\||\Z)")
_BEGINNING = 4  # letters by which words with a beginning are looked up; it has no fewer
_ENDING = 3
_KEPT = 10_000  # words whose patterns are remembered


class Cue(NamedTuple):
    """Words found that say something about the words around them.

    Attributes:
        kind: The section of the language's file that they are listed in.
        start: The first of them, by its number in the sentence.
        end: The one after the last.
    """

    kind: str
    start: int
    end: int


class Part(NamedTuple):
    """A word of a pattern.

    Attributes:
        words: What it may be.
        beginnings: What it may begin with.
        endings: What it may end with.
        number: Whether it may be a figure or a number word.
        other: Whether it may be any word but these.
        content: Whether it may be only a word of content, where only its end is given.
        optional: Whether it may be left out.
        least: How many words of any kind it stands for at least.
        gap: How many at most.
    """

    words: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    number: bool = False
    other: bool = False
    content: bool = False
    optional: bool = False
    least: int = 0
    gap: int = 0

    def fits(self, word: str, language: Language) -> bool:
        """Tell whether a word is one of these."""
        if self.other:
            return word not in self.words and word[0].isalnum()
        if word in self.words:
            return True
        if not (self.number or self.beginnings or self.endings):
            return False
        figure = word[0].isdigit() or word in language.numbers
        if figure and self.number:
            return True
        if self.content and (figure or not word[0].isalpha() or word in language.words["stop"]):
            return False
        return word.startswith(self.beginnings) or word.endswith(self.endings)


@frozen(eq=False)
class Pattern:
    """Words that a cue is made of.

    Attributes:
        kind: The section that it is listed in.
        first: The first word, as it is written.
        rest: What comes after the first word, as it is written.
    """

    kind: str
    first: str
    rest: Sequence[str]

    def needed(self, common: frozenset[str]) -> tuple[Sequence[str], int]:
        """Return words of which one comes after the first, and among how many; best ones that are not common.

        None where these vary.
        """
        reach = 0
        found: list[tuple[bool, int, Sequence[str]]] = []
        for most, words in map(_needs, self.rest):
            reach += most
            if words:
                found.append((not common.isdisjoint(words), reach, words))
        _, within, rarest = min(found, default=(True, 0, ()))
        return rarest, within

    def end(self, words: Sequence[str], start: int, language: Language) -> int:
        """Return where the words end that match from a word on; 0 where they do not."""
        return _end(self._parts, 0, words, start + 1, language)

    @cached_property
    def _parts(self) -> list[Part]:
        return [_part(written) for written in self.rest]


def _end(parts: Sequence[Part], index: int, words: Sequence[str], at: int, language: Language) -> int:
    """Return where the parts of a pattern end that match from a word on; 0 where they do not."""
    for number in range(index, len(parts)):
        part = parts[number]
        if part.gap:
            return _end_after_gap(parts, number, words, at, language)
        fits = at < len(words) and part.fits(words[at], language)
        if fits and part.optional:
            with_it = _end(parts, number + 1, words, at + 1, language)
            return with_it or _end(parts, number + 1, words, at, language)
        if not fits and not part.optional:
            return 0
        at += fits and _width(part, words, at, language)
    return at


def _width(part: Part, words: Sequence[str], at: int, language: Language) -> int:
    """Return how many words and marks a word stands for: a number with a hyphen for three."""
    numbers = language.numbers
    joined = part.number and words[at + 1 : at + 2] == ["-"] and not numbers.keys().isdisjoint(words[at + 2 : at + 3])
    return 3 if joined and words[at] in numbers else 1


def _end_after_gap(parts: Sequence[Part], index: int, words: Sequence[str], at: int, language: Language) -> int:
    """Return where the parts after a gap end, with as few words in it as can be; no mark stands in one."""
    part = parts[index]
    for skipped in range(part.gap + 1):
        end = _end(parts, index + 1, words, at + skipped, language) if skipped >= part.least else 0
        if (
            end
            or at + skipped >= len(words)
            or not (words[at + skipped][0].isalnum() or words[at + skipped][0] in _WITHIN)
        ):
            return end
    return 0


@cache
def _needs(written: str) -> tuple[int, Sequence[str]]:
    """Return how many words a part of a pattern stands for at most, and which, where these do not vary."""
    gap = _GAP.search(written)
    most = int(gap[1] or _GAP_WORDS) if gap else 1
    return most, () if _VAGUE.search(written) else tuple(written.split("|"))


@cache
def _part(written: str) -> Part:
    """Read a part of a pattern."""
    gap = _GAP.search(written)
    if gap or written == _ANY:
        most = int(gap[1] or _GAP_WORDS) if gap else 1
        return Part(least=int(not gap), gap=most)
    if written.startswith("~"):
        return Part(frozenset(written[1:].split("|")), other=True)
    optional = written.startswith("(") and written.endswith(")") and len(written) > len("()")
    words = (written[1:-1] if optional else written).split("|")
    beginnings = tuple(word[:-1] for word in words if word.endswith("*") and len(word) > 1)
    content = any(word.startswith(_CONTENT) for word in words)
    endings = tuple(word[1:] for word in words if word.startswith(_CONTENT) or (word.startswith("*") and len(word) > 1))
    return Part(
        frozenset(words) - {_NUMBER}, beginnings, endings, number=_NUMBER in words, content=content, optional=optional
    )


class Opening(NamedTuple):
    """The patterns that a word may begin.

    Attributes:
        always: Those that are tried at once.
        beside: Those that are tried where a word follows that each match has, by that word: each with the greatest
            distance to it.
        reach: The greatest of these distances.
    """

    always: Sequence[Pattern]
    beside: Mapping[str, Sequence[tuple[Pattern, int]]]
    reach: int

    @classmethod
    def of(cls, patterns: Iterable[Pattern], common: frozenset[str]) -> Opening:
        """Sort patterns by the words that they need, best ones that are not common."""
        always: list[Pattern] = []
        beside: dict[str, list[tuple[Pattern, int]]] = {}
        reach = 0
        for pattern in patterns:
            needed, within = pattern.needed(common)
            reach = max(reach, within)
            for word in needed:
                beside.setdefault(word, []).append((pattern, within))
            if not needed:
                always.append(pattern)
        return cls(always, beside, reach)

    def patterns(self, words: Sequence[str], start: int) -> Sequence[Pattern]:
        """Return the patterns to try at a word; one may come twice."""
        found, beside = self.always, self.beside
        for distance, word in enumerate(words[start + 1 : start + 1 + self.reach], 1):
            if word in beside:
                found = [*found, *(pattern for pattern, within in beside[word] if distance <= within)]
        return found


@frozen(eq=False)
class Language:
    """What is known of a language.

    Attributes:
        patterns: The patterns that begin with a word, each with its section; ``0`` stands for any number.
        kinds: The sections that list patterns, numbered as they come.
        words: The words of the sections that list words.
        numbers: Number words, and the figures that they stand for.
        same: Forms of a word that do not begin alike, and the one that stands for them.
        beginnings: What words may begin with that forms of them lack, the longest first.
        endings: What they may end with.
        opposite: Words and those that mean the contrary.
    """

    patterns: Mapping[str, Sequence[Pattern]] = field(repr=False)
    kinds: Mapping[str, int] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    numbers: Mapping[str, str] = field(repr=False)
    same: Mapping[str, str] = field(repr=False)
    beginnings: tuple[str, ...] = field(repr=False)
    endings: tuple[str, ...] = field(repr=False)
    opposite: Sequence[tuple[Sequence[str], Sequence[str]]] = field(repr=False)

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return the cues among some words, in order, the longest first; one of a kind begins at a word.

        Example:
            >>> language_of("en").find("it may help , but only at night".split())[1:3]
            [Cue(kind='hedge', start=1, end=2), Cue(kind='condition.after', start=4, end=6)]
        """
        found: dict[tuple[int, str], int] = {}
        for start, word in enumerate(words):
            opening = _opening(word, self)
            for pattern in opening.patterns(words, start) if opening else ():
                end = pattern.end(words, start, self)
                if end > found.get((start, pattern.kind), 0):
                    found[start, pattern.kind] = end
        cues = sorted((Cue(kind, start, end) for (start, kind), end in found.items()), key=self._longest_first)
        alike = [cue for cue in cues if cue.kind == "fair"]
        fair = {n: cue.end - cue.start for cue in alike for n in range(cue.start, cue.end)}
        inner = {n for cue in alike for n in range(cue.start + 1, cue.end)}
        return [cue for cue in cues if cue.kind in _APART or not (cue.start in inner or _is_within(cue, fair))]

    def _longest_first(self, cue: Cue) -> tuple[int, int, int]:
        return cue.start, -cue.end, self.kinds[cue.kind]

    def beginning(self, word: str) -> Sequence[Pattern]:
        """Return the patterns that a word may begin."""
        like = (*self.patterns.get(f"{word[:_BEGINNING]}*", ()), *self.patterns.get(f"*{word[-_ENDING:]}", ()))
        known = (*self.patterns.get(word, ()), *(each for each in like if _part(each.first).fits(word, self)))
        if word[0].isdigit() or word in self.numbers:
            return (*known, *self.patterns.get(_NUMBER, ()))
        return known


def _is_within(cue: Cue, fair: Mapping[int, int]) -> bool:
    """Tell whether a cue has a word of what looks like one and is none, and is no longer than that."""
    return any(fair.get(n, 0) >= cue.end - cue.start for n in range(cue.start, cue.end))


@lru_cache(maxsize=_KEPT)
def _opening(word: str, language: Language) -> Opening | None:
    patterns = language.beginning(word)
    return Opening.of(patterns, language.words["stop"]) if patterns else None


@cache
def language_of(code: str) -> Language | None:
    """Return what is known of a language; None for one without a file.

    Args:
        code: Two or three letters.
    """
    path = _FOLDER / f"{code}.txt"
    if not code.isalpha() or not path.is_file():
        return None
    lines = list(_lines(path.read_text(encoding="utf-8")))
    lists = {
        name.strip(): "|".join(words.split())
        for section, line in lines
        if section == "lists"
        for name, _, words in [line.partition("=")]
    }
    numbers = {
        word: value
        for section, line in lines
        if section == "numbers"
        for word, _, value in (item.partition("=") for item in line.split())
    }
    patterns: dict[str, list[Pattern]] = {}
    kinds: dict[str, int] = {}
    for section, line in lines:
        if section in _LISTS or section in {"lists", "opposite"} or section.startswith("said."):
            continue
        first, *rest = _written_out(line, lists).split(" ")
        pattern = Pattern(section, first, rest)
        kinds.setdefault(section, len(kinds))
        for key in dict.fromkeys(map(_key, first.split("|"))) if "*" in first else first.split("|"):
            patterns.setdefault(key, []).append(pattern)
    words: dict[str, set[str]] = {name: set() for name in _LISTS}
    for section, line in lines:
        if section in _LISTS or section.startswith("said."):
            words.setdefault(section, set()).update(_written_out(line, lists).replace("|", " ").split())
    same = {word: line.split()[0] for section, line in lines if section == "same" for word in line.split()}
    beginnings, endings = (tuple(sorted(words.pop(name), key=len, reverse=True)) for name in ("prefix", "ending"))
    listed = {name: frozenset(found) for name, found in words.items()}
    sides = [line.partition(" / ") for section, line in lines if section == "opposite"]
    opposite = [(one.split(), other.split()) for one, _, other in sides]
    return Language(patterns, kinds, listed, numbers, same, beginnings, endings, opposite)


def _written_out(line: str, lists: Mapping[str, str]) -> str:
    """Return a line with the words of the lists that it calls by name."""
    return _LIST.sub(lambda name: lists[name[1]], line) if "{" in line else line


def _key(word: str) -> str:
    """Return what a pattern that begins with a word, a beginning or an ending is looked up by."""
    if word.startswith("*"):
        return f"*{word[-_ENDING:]}"
    return f"{word[:_BEGINNING]}*" if word.endswith("*") else word


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a file that say something, each with its section."""
    section = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            yield section, line
