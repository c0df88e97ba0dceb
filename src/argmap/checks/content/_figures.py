"""Figures of a text however they are written, and whether other texts hold them.

The aim is to find a figure that nobody gave, not another way of writing one: where a figure can be read in two ways
(``1.200``, ``5m``), either will do. Names and numberings (*Article 5*, *COVID-19*, *21st*) are not figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

from attrs import evolve, frozen

from argmap.checks.content._numerals import DENOMINATOR, MIXED, NUMBER, SCALE, part, readings, scales
from argmap.checks.content._surroundings import is_name, rounding
from argmap.evidence.text.normalise import normal_text
from argmap.evidence.text.words import words

_T = TypeVar("_T")

_PART_FOLLOWS = re.compile(r" (?:of|as|more|less|fewer|higher|lower|in|to|from|or|and|were|was|ha[ds]|have)\b|[^\w ]|$")
_RANGE = re.compile(r" ?(?:-|to|and|or|,|, and|, or) ?", re.IGNORECASE)
_RATIO = re.compile(r"(?: in | out of | of every |-in-)(?:every )?", re.IGNORECASE)
_PERCENT = r"[ -]?(?:%|(?:per[ -]?cent|pct|percentage points?)(?!\w))"
_VULGAR = str.maketrans(
    {
        "½": " and a half",
        "⅓": " and a third",
        "⅔": " and two thirds",
        "¼": " and a quarter",
        "¾": " and three quarters",
    }
)
_IMPLIED = {
    **dict.fromkeys(("both", "pair", "couple", "twice", "double", "doubled", "twofold"), Fraction(2)),
    **dict.fromkeys(("thrice", "triple", "tripled", "threefold"), Fraction(3)),
    **dict.fromkeys(("half", "halved", "halves"), Fraction(1, 2)),
    "quarter": Fraction(1, 4),
    "dozen": Fraction(12),
    "decade": Fraction(10),
    "century": Fraction(100),
}
_ONE = Fraction(1)
_NOTHING = Fraction(0)
_COARSEST = Fraction(1, 200)
_REMEMBERED = 1000


@frozen
class Figure:
    """A figure of a text.

    Attributes:
        text: As it is written.
        values: What it may stand for, without sign.
        sign: -1 or 1 where one is written, else 0.
        share: As a part of one, for a percentage or a fraction.
        grain: Half of the last digit of a percentage, as a part of one; 0 for anything else.
        least: The least that the true figure may be, as a multiple; below 1 only beside a word such as *nearly*.
        most: The most that it may be; above 1 only beside a word such as *over*.
        parts: The figures that it may be made of: 1 and 4 in ``1 in 4``, 1 and 200 in ``1 200``.
        is_name: It belongs to a name or a numbering, or is a plain *one*.
    """

    text: str
    values: tuple[Fraction, ...]
    sign: int = 0
    share: Fraction | None = None
    grain: Fraction = _NOTHING
    least: Fraction = _ONE
    most: Fraction = _ONE
    parts: tuple[Figure, ...] = ()
    is_name: bool = False


def read_figures(text: str) -> list[Figure]:
    """Return the figures of a text, in order.

    Example:
        >>> [figure.text for figure in read_figures("15 per cent in two of 1,200; 1 in 4, and a third of these")]
        ['15 per cent', 'two', '1,200', '1 in 4', 'a third']
        >>> [figure.text for figure in read_figures("Article 5, the 21st day of COVID-19") if not figure.is_name]
        []
    """
    text = normal_text(text.translate(_VULGAR))
    found: list[Figure] = []
    stop, scale, percent = len(text), "", ""
    for match in reversed(list(_pattern().finditer(text))):
        figure = _figure(text, match)
        plain = not (match["scale"] or match["percent"] or match["denominator"])
        if plain and (scale or percent) and _RANGE.fullmatch(text, match.end(), stop):
            figure = _borrowing(figure, scale, percent)
        else:
            scale, percent = match["scale"] or "", match["percent"] or ""
        ratio = found and plain and _RATIO.fullmatch(text, match.end(), stop) and _ratio(figure, found[-1])
        if ratio:
            found[-1] = evolve(
                ratio, text=text[match.start() : stop] + found[-1].text, is_name=is_name(text, *match.span())
            )
        else:
            found.append(figure)
        stop = match.start()
    return [figure for figure in reversed(found) if figure.values]


def missing_figures(text: str, passages: Iterable[str]) -> list[str]:
    """Return the figures of a text that none of some passages holds, each once, as written.

    A percentage may also be the part that one figure of a passage is of the next, and a figure beside a word such as
    *about*, *nearly* or *over* may be rounded.

    Example:
        >>> missing_figures("15% of the seats, about 1.2 million", ["50 of the 329 seats", "1,181,000 in all"])
        []
        >>> missing_figures("51 of the 329 seats, or 16%", ["50 of the 329 seats"])
        ['51', '16%']
    """
    claimed = [figure for figure in read_figures(text) if not figure.is_name]
    if not claimed:
        return []
    held = _Held.of(passages)
    return list(dict.fromkeys(figure.text for figure in claimed if not held.has(figure)))


@frozen
class _Held:
    """The figures of some passages by size: each value with its sign, and each share with its grain."""

    values: Sequence[tuple[Fraction, int]]
    shares: Sequence[tuple[Fraction, Fraction]]

    @classmethod
    def of(cls, passages: Iterable[str]) -> _Held:
        figures = [figure for passage in passages for figure in _given(passage)]
        values = {(value, figure.sign) for figure in figures for value in figure.values}
        shares = {(figure.share, figure.grain) for figure in figures if figure.share is not None}
        return cls(sorted(values), sorted(shares))

    def has(self, figure: Figure) -> bool:
        return (
            any(self._has_value(figure, value) for value in figure.values)
            or (figure.share is not None and self._has_share(figure, figure.share))
            or (bool(figure.parts) and all(map(self.has, figure.parts)))
        )

    def _has_value(self, figure: Figure, value: Fraction) -> bool:
        near = _between(self.values, value * figure.least, value * figure.most)
        return any(figure.sign * sign >= 0 for _, sign in near)

    def _has_share(self, figure: Figure, share: Fraction) -> bool:
        """Tell whether a percentage is given as a fraction, or a fraction as a percentage."""
        low, high = share * figure.least, share * figure.most
        for other, grain in _between(self.shares, low - _COARSEST, high + _COARSEST):
            rounding = figure.grain or grain
            if not (figure.grain and grain) and low - rounding <= other <= high + rounding:
                return True
        return False


def _between(rows: Sequence[tuple[Fraction, _T]], low: Fraction, high: Fraction) -> Iterator[tuple[Fraction, _T]]:
    for i in range(bisect_left(rows, low, key=itemgetter(0)), len(rows)):
        if rows[i][0] > high:
            return
        yield rows[i]


def _given(passage: str) -> Iterator[Figure]:
    """Yield all that a passage says: figures and their parts, what words imply, and what one figure is of the next."""
    found = read_figures(passage)
    for figure in found:
        yield figure
        yield from figure.parts
    for word in words(passage):
        if word in _IMPLIED:
            value = _IMPLIED[word]
            yield Figure(word, (value,), share=value if value < 1 else None)
    for pair in pairwise(figure.values[0] for figure in found if figure.share is None):
        if max(pair):
            yield Figure("", (), share=min(pair) / max(pair))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of a figure; compiled when it is first needed, as it is long."""
    half = r"(?<!first )(?<!second )(?<!other )half(?= (?:of|the|an?|its|their|his|her|our|all|as)(?!\w))"
    return re.compile(
        rf"(?<!\w)(?<!\d[.,])(?P<sign>[-+]|minus )?(?:[$€£¥] ?)?(?P<number>{NUMBER}|an?(?=[ -]{DENOMINATOR})|{half})"
        rf"(?:[ -](?P<denominator>{DENOMINATOR})|(?P<mixed>{MIXED})?(?P<scale>{SCALE})?(?P<percent>{_PERCENT})?)",
        re.IGNORECASE,
    )


def _figure(text: str, match: re.Match[str]) -> Figure:
    start, end = match.span()
    named = is_name(text, start, end)
    if match["denominator"] or match["number"].casefold() == "half":
        figure = _fraction(match)
        a_third = match[0].casefold().startswith("a") and not _PART_FOLLOWS.match(text, end)
        named = named or (a_third and match["denominator"] == "third")
    else:
        figure = _number(*match.group(0, "sign", "number", "mixed", "scale", "percent"))
        named = named or match[0].casefold() in ("1", "one")
    if not figure.values:
        return figure
    least, most = rounding(text, start, end, figure.values[0])
    if least == most and not named:
        return figure
    return evolve(figure, least=least, most=most, is_name=named)


def _fraction(match: re.Match[str]) -> Figure:
    share = part(match["number"], match["denominator"]) if match["denominator"] else Fraction(1, 2)
    return Figure(match[0], (share,), share=share)


def _ratio(few: Figure, many: Figure) -> Figure | None:
    """Read two figures as one in the other, unless the other is a year or no greater."""
    if few.share is not None or many.share is not None or not few.values or not many.values:
        return None
    if few.values[0] >= many.values[0] or 1900 <= many.values[0] <= 2100:
        return None
    share = few.values[0] / many.values[0]
    return Figure("", (share,), share=share, least=few.least, most=few.most, parts=(few, many))


@lru_cache(_REMEMBERED)
def _number(
    text: str, written: str | None, number: str, mixed: str | None, scale: str | None, percent: str | None
) -> Figure:
    """Read a number; most of a statement stand in the passages that it cites too."""
    values = readings(number)
    if mixed:
        count, denominator = re.split("[ -]", mixed)[-2:]
        values = tuple(value + part(count, denominator) for value in values)
    values = tuple(value * factor for factor in scales(scale or "") for value in values)
    sign = 0 if not written else 1 if written == "+" else -1
    groups = number.split(" ") if number[0].isdigit() else []
    parts = tuple(Figure(group, readings(group)) for group in groups) if len(groups) > 1 else ()
    figure = Figure(text, values, sign, parts=parts)
    return _as_percentage(figure, number) if percent and values else figure


def _as_percentage(figure: Figure, number: str) -> Figure:
    decimals = len(re.split("[.,]", number)[1]) if number[0].isdigit() and re.search("[.,]", number) else 0
    return evolve(figure, share=figure.values[0] / 100, grain=Fraction(1, 200 * 10**decimals))


def _borrowing(figure: Figure, scale: str, percent: str) -> Figure:
    """Read a figure also with the magnitude or per cent sign after the next one: ``10 to 15 %``, ``1-2 million``."""
    if figure.share is not None or not figure.values:
        return figure
    scaled = tuple(value * each for value in figure.values for each in scales(scale) if scale)
    figure = evolve(figure, values=tuple(dict.fromkeys((*figure.values, *scaled))))
    return _as_percentage(figure, figure.text.lstrip("+-$€£¥ ")) if percent else figure
