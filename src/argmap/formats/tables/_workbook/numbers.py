"""Numbers as people see them: dates, shares and decimals, by the format of their cell."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache

_DATES = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"}
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]', re.IGNORECASE)
_DECIMALS = re.compile(r"[#,0]*0(?:\.(0+))?(%?)")
_LONG = 1e21  # from here on whole numbers are shown with an exponent
_DIGITS = 800  # more than any number has before the point, and any format behind it
_LAST = 2_958_466  # the day after the last one that spreadsheets know


@cache
def is_date(number: int, code: str | None) -> bool:
    """Tell whether a number format shows dates or times.

    Example:
        >>> is_date(14, None), is_date(164, "yyyy-mm-dd"), is_date(165, '0.0 "days"'), is_date(0, None)
        (True, True, False, False)
    """
    if code is None:
        return number in _DATES
    first = _ASIDE.sub("", code).partition(";")[0]
    return bool(re.search(r"[dmyhs]", first, re.IGNORECASE)) and "general" not in first.lower()


def shown(value: float, number: int, code: str | None, *, from_1904: bool = False) -> str:
    """Return a number as a cell of a format shows it; dates as ISO 8601 has them.

    Example:
        >>> shown(45413.0, 14, None), shown(45413.5, 22, None), shown(0.125, 10, None), shown(3.0, 0, None)
        ('2024-05-01', '2024-05-01 12:00', '12.50%', '3')
    """
    if is_date(number, code):
        made = _date(value, from_1904=from_1904)
        if made:
            return made
    decimals = _DECIMALS.fullmatch(_ASIDE.sub("", code or _BUILT_IN.get(number, "General")).partition(";")[0])
    if decimals:
        share = decimals[2]
        return f"{_rounded(_kept(value) * (100 if share else 1), len(decimals[1] or ''))}{share}"
    return str(int(value)) if value == int(value) and abs(value) < _LONG else f"{value:.16g}"


def _kept(value: float) -> Decimal:
    """Return a number with the 15 digits that spreadsheets show of it."""
    return Decimal(f"{value:.15g}")


def _rounded(value: Decimal, places: int) -> str:
    """Return a number to so many places, its halves rounded away from zero, as spreadsheets do.

    Example:
        >>> _rounded(Decimal("0.125"), 2), _rounded(Decimal("-2.5"), 0)
        ('0.13', '-3')
    """
    with localcontext() as context:
        context.prec = _DIGITS
        return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}"


def _date(value: float, *, from_1904: bool) -> str | None:
    """Return the date or time that a number of days means; None where it means none."""
    if not 0 <= value < _LAST:
        return None
    if value < 1 and not from_1904:
        return _clock(datetime(1900, 1, 1) + timedelta(seconds=round(value * 86_400)))  # noqa: DTZ001
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if value < 60 else 30)  # noqa: DTZ001
    try:
        at = first + timedelta(days=int(value), seconds=round(value % 1 * 86_400))
    except OverflowError:
        return None
    return f"{at:%Y-%m-%d}" if value % 1 == 0 else f"{at:%Y-%m-%d} {_clock(at)}"


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}".removesuffix(":00")
