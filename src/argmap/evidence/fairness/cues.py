"""The cues of a language: its file of words and patterns, read once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from attrs import field, frozen

_FOLDER = Path(__file__).parent / "languages"
_LISTS = frozenset(("numbers", "same", "stop", "border", "relative", "own"))
_NUMBER = "0"
_GAP = re.compile(r"…(\d?)")
_GAP_WORDS = 4


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


@frozen(eq=False)
class Language:
    """What is known of a language.

    Attributes:
        patterns: The patterns that begin with a word, each with its section; ``0`` stands for any number.
        words: The words of the sections that list words.
        numbers: Number words, and the figures that they stand for.
        same: Forms of a word that do not begin alike, and the one that stands for them.
    """

    patterns: Mapping[str, Sequence[tuple[str, re.Pattern[str]]]] = field(repr=False)
    words: Mapping[str, frozenset[str]] = field(repr=False)
    numbers: Mapping[str, str] = field(repr=False)
    same: Mapping[str, str] = field(repr=False)

    def find(self, words: Sequence[str]) -> list[Cue]:
        """Return the cues among some words, in order, the longest first; one of a kind begins at a word.

        Example:
            >>> language_of("en").find("it may help , but only at night".split())[1:3]
            [Cue(kind='hedge', start=1, end=2), Cue(kind='condition.after', start=4, end=6)]
        """
        offsets: dict[int, int] = {}
        at = 0
        for number, word in enumerate((*words, "")):
            offsets[at] = number
            at += len(word) + 1
        line = " ".join(words) + " "
        found: dict[tuple[int, str], int] = {}
        for offset, start in offsets.items():
            for kind, pattern in self._beginning(words[start] if start < len(words) else ""):
                match = pattern.match(line, offset)
                if match:
                    found[start, kind] = max(found.get((start, kind), 0), offsets[match.end()])
        fair = {n for (start, kind), end in found.items() if kind == "fair" for n in range(start, end)}
        cues = (Cue(kind, start, end) for (start, kind), end in found.items() if kind != "fair")
        return sorted((cue for cue in cues if fair.isdisjoint(range(cue.start, cue.end))), key=_longest_first)

    def _beginning(self, word: str) -> Sequence[tuple[str, re.Pattern[str]]]:
        known = self.patterns.get(word, ())
        if word[:1].isdigit() or word in self.numbers:
            return (*known, *self.patterns.get(_NUMBER, ()))
        return known


def _longest_first(cue: Cue) -> tuple[int, int]:
    return cue.start, -cue.end


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
    number = rf"(?:\d[^ ]*|{'|'.join(numbers) or '0'})"
    patterns: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for section, line in lines:
        if section in _LISTS or section == "lists" or section.startswith("said."):
            continue
        parts = re.sub(r"\{(\w+)\}", lambda name: lists[name[1]], line).split(" ")
        written = "".join(_element(part, number) for part in parts)
        pattern = re.compile(written)
        for first in parts[0].split("|"):
            patterns.setdefault(first, []).append((section, pattern))
    words: dict[str, set[str]] = {}
    for section, line in lines:
        if section in _LISTS or section.startswith("said."):
            words.setdefault(section, set()).update(line.split())
    same = {word: line.split()[0] for section, line in lines if section == "same" for word in line.split()}
    return Language(patterns, {name: frozenset(listed) for name, listed in words.items()}, numbers, same)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield the lines of a file that say something, each with its section."""
    section = ""
    for line in text.splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            yield section, line


def _element(part: str, number: str) -> str:
    """Return the regular expression of a part of a pattern, which takes whole words with the space after each."""
    gap = _GAP.search(part)
    if gap:
        return rf"(?:\w[^ ]* ){{0,{gap[1] or _GAP_WORDS}}}?"
    optional = part.startswith("(") and part.endswith(")") and len(part) > len("()")
    words = (part[1:-1] if optional else part).split("|")
    either = "|".join(
        number if word == _NUMBER else re.escape(word).replace(r"\*", r"\w*" if len(word) > 1 else r"\*")
        for word in words
    )
    return f"(?:(?:{either}) )?" if optional else f"(?:{either}) "
