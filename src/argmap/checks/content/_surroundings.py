"""What the words around a figure say about it: that it is rounded, or part of a name rather than a figure."""

from __future__ import annotations

import re
from fractions import Fraction

_ONE = Fraction(1)

_ABOUT = r"about|around|roughly|approximately|approx\.?|circa|c\.|ca\.|some|close to|estimated|~|≈"
_OVER = r"over|more than|at least|upwards? of|no (?:fewer|less) than|exceed(?:s|ed|ing)?|>|≥"
_UNDER = r"under|nearly|almost|less than|fewer than|up to|at most|no more than|not quite|just short of|<|≤"
_BEFORE = re.compile(rf"(?<!\w)(?:(?P<about>{_ABOUT})|(?P<over>{_OVER})|(?P<under>{_UNDER})) ?$", re.IGNORECASE)
_BEHIND = re.compile(r"(?P<about> or so|-odd)(?!\w)|(?P<over>\+(?!\d)| or more(?!\w))|(?P<under> or less(?!\w))")
_DECADE = re.compile(r"(?<=\d0)'?s(?!\w)")

_MONTHS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NOT_NAMES = frozenset(f"{_MONTHS} usd eur gbp chf us eu".split())
_LABELS = frozenset(
    "act amendment annex appendix article art chapter chap clause column directive figure fig footnote form item level "
    "line model no nr number page p pp paragraph para part phase protocol question q regulation resolution room route "
    "row rule run schedule section sec stage step table tier tower type version volume vol wave".split()
)
_NUMBERING = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?!\w)|[-/][A-Z]|/\d|\.\d|[A-Z](?!\w)")
_WORD_BEFORE = re.compile(r"(?<![\w'])[\d_']*+(?P<word>[^\W\d_][\w']*+)(?P<mark>\.?)(?P<joint>[ -])$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\"(\[-] *)$")


def rounding(text: str, start: int, end: int, value: Fraction) -> tuple[Fraction, Fraction]:
    """Return the least and the most that the true figure may be, as multiples of the one that is written.

    Args:
        text: A text in normal form N1.
        start: Where the figure begins.
        end: Where it ends.
        value: What it stands for.

    Example:
        >>> rounding("about 20 wells", 6, 8, Fraction(20))
        (Fraction(3, 4), Fraction(5, 4))
    """
    if not value:
        return _ONE, _ONE
    if _DECADE.match(text, end):
        return _ONE, (value + 9) / value
    said = _BEFORE.search(text[max(0, start - 20) : start]) or _BEHIND.match(text, end)
    if said is None:
        return _ONE, _ONE
    place = _last_place(value)
    if said["about"]:
        margin = min(place / 2 / value, Fraction(1, 4)) if value >= 1 else Fraction(1, 8)
        return 1 - margin, 1 + margin
    step = (place * 5 if value / place % 10 == 5 else place) / value
    return (_ONE, 1 + step) if said["over"] else (1 - min(step, Fraction(1, 2)), _ONE)


def _last_place(value: Fraction) -> Fraction:
    """Return the place of the last digit that is not 0, or a quarter of a value that digits cannot write."""
    place = _ONE
    while (value / place).denominator > 1:
        place /= 10
        if place < Fraction(1, 10**9):
            return value / 4
    while not value / place % 10:
        place *= 10
    return place


def is_name(text: str, start: int, end: int) -> bool:
    """Tell whether a figure is part of a name or a numbering, by what stands around it.

    Args:
        text: A text in normal form N1.
        start: Where the figure begins.
        end: Where it ends.

    Example:
        >>> is_name("Under Article 5", 14, 15), is_name("In 2019 only", 3, 7), is_name("In Tower 22 now", 9, 11)
        (True, False, True)
    """
    previous = text[start - 1 : start]
    if (previous and previous in "/#§№") or _NUMBERING.match(text, end):
        return True
    if previous == "(" and text[end : end + 1] == ")" and end - start <= 2:
        return True
    before = text[max(0, start - 40) : start]
    match = _WORD_BEFORE.search(before)
    return match is not None and _names(match, before, capital=text[start].isupper())


def _names(match: re.Match[str], before: str, *, capital: bool) -> bool:
    """Tell whether the word before a figure makes it a name."""
    word = match["word"]
    if word.casefold() in _LABELS:
        return word.casefold() != "no" or match["mark"] == "."
    if match["mark"]:
        return False
    if match["joint"] == "-":
        return not word.islower()
    named = word[0].isupper() and word.casefold() not in _NOT_NAMES
    return capital or (named and not _SENTENCE_START.search(before[: match.start("word")]))
