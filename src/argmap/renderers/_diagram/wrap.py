"""Measuring and wrapping text with baked font metrics, so that lines break alike on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from argmap.renderers._diagram import widths
from argmap.renderers._diagram.breaks import atoms, closed_up, clusters, pieces

_DEFAULT = 600
_WIDE = 1000
_EMOJI = 1300
_LINE = 1000  # one line more is worse than any unevenness

_NO_BREAK = "\u00a0"
_CLOSED_BY = {"“": "”", "„": "“", "«": "»", "‹": "›", "「": "」", "『": "』", '"': '"', "»": "«", "›": "‹"}
_QUOTES = re.compile('[“”„«»‹›「」『』"]')
_OPENING = re.compile(rf'[\s{_NO_BREAK}][“„«»‹›「『"]+$')
_UNITS = (
    r"%|‰|°[CF]?|[kMGT]?(?:W|Wh|B|Hz|J|t|m)\b|km/h|m/s|mph|[cmµn]m\b|k?g\b|mg\b|ha\b|[dk]?B\b|s\b|ms\b|min\b|h\b|l\b|pt\b|ppm\b"
    r"|percent\b|per cent\b|thousand\b|million\b|billion\b|trillion\b|[mb]n\b|[ap]\.?m\b|€|\$|£|EUR\b|USD\b|GBP\b|CO2\b"
)
_PARTS = re.compile(r"[^/?&=_.-]*[/?&=_.-]+|[^/?&=_.-]+")
_FIGURE = re.compile(r"\d")
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
    return _GLUE.sub(lambda match: match[0].replace(" ", _NO_BREAK), text) if _FIGURE.search(text) else text


def clip(text: str, limit: float, size: float, *, bold: bool = False) -> str:
    """Shorten a line to a width in points, at a word where one is near, with an ellipsis.

    Example:
        >>> clip("City speed survey of residential streets", 120, 9)
        'City speed survey of…'
        >>> clip("carry weapons … in the streets of the town", 78, 9)
        'carry weapons…'
        >>> clip("the “streets of the town” are calm", 78, 9)
        'the “streets of…”'
    """
    if measure(text, size, bold=bold) <= limit:
        return text
    closing = sorted(measure(_CLOSED_BY[mark], size, bold=bold) for mark in _QUOTES.findall(text) if mark in _CLOSED_BY)
    room = limit - measure("…", size, bold=bold) - sum(closing[-2:])
    head = _filled(_fitting_atoms(text, room, size, bold), room, size, bold)[0]
    at_word = head.rpartition(" ")[0] if text[len(head) : len(head) + 1] != " " else head
    kept = _OPENING.sub("", at_word if len(at_word) > len(head) / 2 else head).rstrip(f"{_NO_BREAK} …,;:.–—-")
    return f"{kept}…{_left_open(kept)}"


def _left_open(text: str) -> str:
    """Return the marks that would close the quotations that a text opens, two at most, one inside the other."""
    waiting: list[str] = []
    for mark in _QUOTES.findall(text):
        if waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in _CLOSED_BY:
            waiting.append(_CLOSED_BY[mark])
    return "".join(reversed(waiting[:2]))


def wrap(text: str, limit: float, size: float, *, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines.

    As few lines as the limit allows, as even in length as can be, and no last line of one word where it can be helped.
    Lines break at spaces, between Chinese characters and kana, and else only inside a word that is wider than the
    limit; see `argmap.renderers._diagram.breaks`.

    Args:
        text: The text; line breaks in it count as spaces.
        limit: The greatest width of a line in points.
        size: Font size in points.
        bold: Whether it is set in bold.
        most: The greatest number of lines; the last one then ends with an ellipsis.

    Example:
        >>> wrap("Lower speeds would prevent serious injuries", 190, 11.5, bold=True)
        ('Lower speeds would', 'prevent serious injuries')
        >>> wrap("https://example.org/archive/2024/speeds?street=harbour", 120, 10)
        ('https://example.org/', 'archive/2024/speeds?', 'street=harbour')
    """
    lines = _break(_units(text, limit, size, bold), limit, measure(" ", size, bold=bold))
    if most is not None and len(lines) > most:
        last = clip(f"{lines[most - 1]} {lines[most]}", limit, size, bold=bold)
        return (*lines[: most - 1], last)
    return lines


class _Unit(NamedTuple):
    """What stands on one line: its width, and whether a space parts it from what is before it on a line."""

    text: str
    width: float
    is_word: bool


def _units(text: str, limit: float, size: float, bold: bool) -> list[_Unit]:
    found: list[_Unit] = []
    for word in closed_up(glue(text)).split(" "):
        width = measure(word, size, bold=bold)
        if width <= limit and word.isascii():
            found += [_Unit(word, width, True)] if word else []
            continue
        parts = pieces(word)
        first = len(found)
        for part in filter(None, parts):
            width = measure(part, size, bold=bold)
            fitting = [part] if width <= limit else _filled(_fitting(part, limit, size, bold), limit, size, bold)
            found += [_Unit(each, measure(each, size, bold=bold), len(found) == first) for each in fitting]
    return found


def _filled(atoms: Iterable[str], limit: float, size: float, bold: bool) -> list[str]:
    """Put what no line breaks inside together to parts that fit."""
    parts, width = [""], 0.0
    for atom in atoms:
        step = measure(atom, size, bold=bold)
        if width + step > limit and step and parts[-1]:
            parts.append("")
            width = 0.0
        parts[-1] += atom
        width += step
    return parts


def _fitting(word: str, limit: float, size: float, bold: bool) -> Iterator[str]:
    """Return the parts between which a word that is wider than a line breaks; addresses do so after their signs."""
    for part in _PARTS.findall(word):
        if measure(part, size, bold=bold) <= limit and part.isascii():
            yield part
        else:
            yield from _fitting_atoms(part, limit, size, bold)


def _fitting_atoms(word: str, limit: float, size: float, bold: bool) -> Iterator[str]:
    """Return the atoms of a word; of one that is wider than a line, its characters."""
    for atom in atoms(word):
        if measure(atom, size, bold=bold) <= limit:
            yield atom
            continue
        for cluster in clusters(atom):
            yield from [cluster] if measure(cluster, size, bold=bold) <= limit else cluster


def _break(units: list[_Unit], limit: float, space: float) -> tuple[str, ...]:
    """Break where it makes the fewest lines, and of these the most even ones (after Knuth & Plass 1981)."""
    count = len(units)
    gaps = [space if unit.is_word else 0.0 for unit in units]
    steps = [unit.width + gap for unit, gap in zip(units, gaps, strict=True)]
    if sum(steps) - space <= limit:
        return (_joined(units),) if units else ()
    line = _LINE * limit * limit
    cost = [0.0] * (count + 1)
    next_ = [count] * (count + 1)
    for first in range(count - 1, -1, -1):
        least, width = float("inf"), -gaps[first]
        for last in range(first, count):
            width += steps[last]
            if width > limit and last > first:
                break
            tried = cost[last + 1] + line + (limit - width) ** 2
            if last == first == count - 1 > 0:
                tried += limit * limit
            if tried < least:
                least, next_[first] = tried, last + 1
        cost[first] = least
    lines, at = [], 0
    while at < count:
        lines.append(_joined(units[at : next_[at]]))
        at = next_[at]
    return tuple(lines)


def _joined(units: list[_Unit]) -> str:
    return "".join(f" {unit.text}" if unit.is_word and at else unit.text for at, unit in enumerate(units))
