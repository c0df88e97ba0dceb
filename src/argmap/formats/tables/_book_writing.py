"""A map as a workbook, written with xlsxwriter (extra ``xlsx``); the same map gives the same bytes."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from argmap.errors import MissingExtraError
from argmap.flaws import unwritten
from argmap.formats import Writing
from argmap.formats._rows.writing import Row, Value, tables
from argmap.model.document import ArgumentMap

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Letters of a cell."""

MOST = 1_048_575
"""Rows of a sheet below its head."""

_ORDER = ("statements", "relations", "passages", "citations", "sources", "groups", "expectations", "orders", "map")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_STARTS = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_WIDEST, _NARROWEST = 60, 9
_LOOKED_AT = 1000


def written(m: ArgumentMap, form: str) -> Writing:
    """Write a map; raises `MissingExtraError` where xlsxwriter is not installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtraError("a map in Excel", "xlsxwriter", "xlsx") from None
    held = io.BytesIO()
    found = tables(m, form)
    with Workbook(held, _OPTIONS) as book:
        book.set_properties({"title": _clean(m.title)[:255], "created": datetime(2000, 1, 1)})  # noqa: DTZ001
        for section in _ORDER:
            if section in found:
                _sheet(book, section, *found[section])
        if not found:
            _sheet(book, "statements", ["id", "kind", "text"], [])
    lost = [told for section, (_, rows) in found.items() for told in _lost(section, rows)]
    return Writing("", unwritten(lost), held.getvalue())


def _sheet(book: Workbook, name: str, columns: list[str], rows: list[Row]) -> None:
    page = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "valign": "top"})
    usual = book.add_format({"text_wrap": True, "valign": "top"})
    marked = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    for number, column in enumerate(columns):
        page.write_string(0, number, _clean(column)[:LONGEST], head)
        page.set_column(number, number, _width(column, [row.get(column) for row in rows[:_LOOKED_AT]]))
    for at, row in enumerate(rows[:MOST], start=1):
        for number, column in enumerate(columns):
            _cell(page, at, number, row.get(column), usual, marked)
    page.freeze_panes(1, 0)
    if rows:
        page.autofilter(0, 0, min(len(rows), MOST), len(columns) - 1)


def _cell(page: Worksheet, row: int, column: int, value: Value, usual: Any, marked: Any) -> None:
    """Write a value; a number that the file would round is written as text."""
    if isinstance(value, bool):
        if value:
            page.write_boolean(row, column, value, usual)
    elif isinstance(value, int | float) and float(f"{value:.16G}") == value:
        page.write_number(row, column, value, usual)
    elif value is not None and value != "":
        text = _clean(str(value))[:LONGEST]
        page.write_string(row, column, text, marked if text.startswith(_STARTS) else usual)


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _lost(section: str, rows: list[Row]) -> list[str]:
    """Say what a workbook cannot hold of a table."""
    texts = [value for row in rows for value in row.values() if isinstance(value, str)]
    long = sum(len(text) > LONGEST for text in texts)
    odd = sum(len(_UNWRITABLE.findall(text)) for text in texts)
    told = {
        f"{len(rows) - MOST:,} rows of {section} are left out: a sheet holds {MOST:,}": len(rows) > MOST,
        f"{long:,} texts of {section} are cut: a cell holds {LONGEST:,} characters": long,
        f"{odd:,} characters of {section} that no workbook can hold are written as \N{REPLACEMENT CHARACTER}": odd,
    }
    return [message for message, is_so in told.items() if is_so]


def _width(name: str, values: list[Value]) -> float:
    """Return the width of a column: of its longest text, within limits."""
    return min(_WIDEST, max(_NARROWEST, len(name) + 4, *(len(str(value or "")) + 1 for value in values)))
