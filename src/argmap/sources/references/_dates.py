"""Dates as people and programs write them, as ISO 8601."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?![\dA-Za-z])")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_NAMES = (
    "january februar march april may june july august september october november december",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
)
_MONTHS = {name: number for names in _NAMES for number, name in enumerate(names.split(), 1)}
_MONTHS |= {"february": 2, "sept": 9, **{name[:3]: number for number, name in enumerate(_NAMES[0].split(), 1)}}


def iso(text: str) -> str | None:
    """Return a date, a month or a year as ISO 8601; None for what says none, or not which.

    Example:
        >>> [iso(each) for each in ("2024", "2024/5/1", "5 March 2020", "Mar 2020", "2020 März 5")]
        ['2024', '2024-05-01', '2020-03-05', '2020-03', '2020-03-05']
        >>> [iso(each) for each in ("05/03/2020", "in press", "2020-13", "²")]
        [None, None, None, None]
    """
    text = text.strip()
    if found := _NUMERIC.fullmatch(text):
        return joined(*found.groups())
    words = _WORDS.findall(text[:40])
    months = [_MONTHS[word.casefold()] for word in words if word.casefold() in _MONTHS]
    years = [word for word in words if word.isdecimal() and len(word) == 4]
    days = [word for word in words if word.isdecimal() and len(word) < 3]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(words) > 3 or len(words) != 2 + len(days):
        return None
    return joined(years[0], str(months[0]), *days)


def joined(year: str, month: str | None = None, day: str | None = None) -> str | None:
    """Join year, month and day, as digits; None where there is no such month or day."""
    if not all(part is None or (part.isascii() and part.isdecimal()) for part in (year, month, day)):
        return None
    if not month:
        return year
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02d}-{int(day):02d}" if day else f"{year}-{int(month):02d}"


def month(text: str) -> str | None:
    """Return the number of a month that is named or numbered, as digits."""
    word = text.strip(" .").casefold()
    number = _MONTHS.get(word) or (int(word) if word.isascii() and word.isdecimal() and len(word) < 3 else None)
    return str(number) if number else None


def published(text: str) -> tuple[str, str | None]:
    """Return the date or year that a work is of, and its date as it is said where that says more.

    Example:
        >>> published("2020-03-05/2020-03-07")
        ('2020-03-05', '2020-03-05/2020-03-07')
        >>> published("2020~"), published("ca. 1850"), published("in press")
        (('2020', '2020~'), ('1850', 'ca. 1850'), ('in press', None))
    """
    text = " ".join(text.split())
    if whole := iso(text):
        return whole, None
    years = _YEAR.findall(text[:100])
    start = iso(text.partition("/")[0].rstrip("?~% ")) or (years[0] if len(years) == 1 else None)
    return (start, text) if start else (text, None)
