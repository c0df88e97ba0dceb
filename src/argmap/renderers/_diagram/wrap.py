"""Measuring and wrapping text with baked font metrics, so that lines break alike on every machine."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from argmap.renderers._diagram import widths

_DEFAULT = 600
_WIDE = 1000
_EMOJI = 1300
_LINE = 1000  # one line more is worse than any unevenness

_NO_BREAK = "\u00a0"
_UNITS = (
    r"%|‰|°[CF]?|[kMGT]?(?:W|Wh|B|Hz|J|t|m)\b|km/h|m/s|mph|[cmµn]m\b|k?g\b|mg\b|ha\b|[dk]?B\b|s\b|ms\b|min\b|h\b|l\b|pt\b|ppm\b"
    r"|percent\b|per cent\b|thousand\b|million\b|billion\b|trillion\b|[mb]n\b|[ap]\.?m\b|€|\$|£|EUR\b|USD\b|GBP\b|CO2\b"
)
_GLUE = re.compile(
    rf"(?<=\d) (?=\d{{3}}(?!\d))|(?<=\d) (?={_UNITS})"
    r"|(?<![^\W\d_])(?:pp?|§§?|[Nn]os?|[Ff]igs?|[Tt]able|[Aa]rt|[Cc]h|[Ss]ec|[Nn] =)\.? (?=\d)|(?<=[§€$£]) (?=\d)"
)


class _Advances(dict[str, int]):
    """How wide characters are, in thousandths of the font size."""

    def __missing__(self, char: str) -> int:
        if unicodedata.category(char) in ("Mn", "Me", "Cf", "Cc"):
            width = 0
        elif unicodedata.east_asian_width(char) in "WF":
            width = _EMOJI if unicodedata.category(char) == "So" else _WIDE
        else:
            base = unicodedata.normalize("NFKD", char)[0]
            width = self.get(base, _DEFAULT)
        self[char] = width
        return width


@cache
def _advances(bold: bool) -> _Advances:
    groups = widths.BOLD if bold else widths.REGULAR
    return _Advances({char: width for width, chars in groups.items() for char in chars})


@lru_cache(maxsize=10_000)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in points.

    Args:
        text: One line.
        size: Font size in points.
        bold: Whether it is set in bold.

    Example:
        >>> round(measure("Lower speeds", 10), 2)
        62.25
        >>> measure("e\u0301", 10) == measure("é", 10) == measure("e", 10)
        True
    """
    return sum(map(_advances(bold).__getitem__, text)) * size / 1000


def glue(text: str) -> str:
    """Join figures to their units, and abbreviations to their figures, by no-break spaces.

    Example:
        >>> glue("Mean speed fell 4.1 km/h on 41 streets (p. 12).").replace("\u00a0", "~")
        'Mean speed fell 4.1~km/h on 41 streets (p.~12).'
    """
    return _GLUE.sub(lambda match: match[0].replace(" ", _NO_BREAK), text)


def clip(text: str, limit: float, size: float, *, bold: bool = False) -> str:
    """Shorten a line to a width in points, at a word where one is near, with an ellipsis.

    Example:
        >>> clip("City speed survey of residential streets", 120, 9)
        'City speed survey of…'
    """
    if measure(text, size, bold=bold) <= limit:
        return text
    room = limit - measure("…", size, bold=bold)
    head = _split(text, room, size, bold)[0]
    at_word = head.rpartition(" ")[0] if text[len(head) : len(head) + 1] != " " else head
    return (at_word if len(at_word) > len(head) / 2 else head).rstrip(" ,;:.–—-") + "…"


def wrap(text: str, limit: float, size: float, *, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines.

    As few lines as the limit allows, as even in length as can be, and no last line of one word where it can be helped.
    Lines break at spaces only, but for a word that is wider than the limit.

    Args:
        text: The text; line breaks in it count as spaces.
        limit: The greatest width of a line in points.
        size: Font size in points.
        bold: Whether it is set in bold.
        most: The greatest number of lines; the last one then ends with an ellipsis.

    Example:
        >>> wrap("Lower speeds would prevent serious injuries", 190, 11.5, bold=True)
        ('Lower speeds would', 'prevent serious injuries')
    """
    words = _words(text, limit, size, bold)
    lines = _break(words, limit, measure(" ", size, bold=bold))
    if most is not None and len(lines) > most:
        last = clip(f"{lines[most - 1]} {lines[most]}", limit, size, bold=bold)
        return (*lines[: most - 1], last)
    return lines


def _words(text: str, limit: float, size: float, bold: bool) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = []
    for word in glue(text).split(" "):
        width = measure(word, size, bold=bold)
        if width <= limit:
            if word:
                found.append((word, width))
        else:
            found += [(part, measure(part, size, bold=bold)) for part in _split(word, limit, size, bold)]
    return found


def _split(word: str, limit: float, size: float, bold: bool) -> list[str]:
    """Cut a word into parts that fit, each at least one character with the marks that belong to it."""
    advances = _advances(bold)
    parts, start, width = [], 0, 0.0
    for at, char in enumerate(word):
        step = advances[char] * size / 1000
        if width + step > limit and step and at > start and word[at - 1] != "\u200d":
            parts.append(word[start:at])
            start, width = at, 0.0
        width += step
    return [*parts, word[start:]]


def _break(words: list[tuple[str, float]], limit: float, space: float) -> tuple[str, ...]:
    """Break where it makes the fewest lines, and of these the most even ones (after Knuth & Plass 1981)."""
    count = len(words)
    if sum(width + space for _, width in words) - space <= limit:
        return (" ".join(word for word, _ in words),) if words else ()
    cost = [0.0] * (count + 1)
    next_ = [count] * (count + 1)
    for first in range(count - 1, -1, -1):
        cost[first] = float("inf")
        width = -space
        for last in range(first, count):
            width += words[last][1] + space
            if width > limit and last > first:
                break
            tried = cost[last + 1] + _LINE * limit * limit + (limit - width) ** 2
            if last == count - 1 and last == first > 0:
                tried += limit * limit
            if tried < cost[first]:
                cost[first], next_[first] = tried, last + 1
    lines, at = [], 0
    while at < count:
        lines.append(" ".join(word for word, _ in words[at : next_[at]]))
        at = next_[at]
    return tuple(lines)
