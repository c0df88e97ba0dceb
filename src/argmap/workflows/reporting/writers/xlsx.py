"""Excel: a sheet each of statements, relations, citations, sources and findings, ready to filter.

Written with xlsxwriter (extra ``xlsx``). Every text is written as text: what begins with =, +, - or @ is no formula,
and an address no link. The same report gives the same bytes.
"""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from argmap.errors import MissingExtraError
from argmap.workflows.reporting.report import Report, Sheet, plain
from argmap.workflows.reporting.writers import Writer

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Letters of a cell."""
MOST = 1_048_575
"""Rows of a sheet below its head."""

_WIDEST, _NARROWEST = 60, 9
_LOOKED_AT = 1000
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(report: Report) -> bytes:
    """Write a report as a workbook; raises `MissingExtraError` where xlsxwriter is not installed."""
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise MissingExtraError("a report in Excel", "xlsxwriter", "xlsx") from None
    held = io.BytesIO()
    with Workbook(held, _OPTIONS) as book:
        book.set_properties({"title": report.title[:255], "created": datetime.combine(report.date, time())})
        cut = sum(_is_long(value) for sheet in report.sheets for row in sheet.rows[:MOST] for value in row)
        for number, sheet in enumerate(report.sheets):
            notes = [("Map", report.title), *_limits(report, cut)] if number == 0 else []
            _sheet(book, sheet, notes)
    return held.getvalue()


def _limits(report: Report, cut: int) -> list[tuple[str, str]]:
    """Say what Excel cannot hold of a report."""
    over = {sheet.name: len(sheet.rows) - MOST for sheet in report.sheets if len(sheet.rows) > MOST}
    told = [("Left out", f"{count:,} rows of {name}: a sheet holds {MOST:,}") for name, count in over.items()]
    return [*told, ("Cut", f"{cut:,} texts: a cell holds {LONGEST:,} characters")] if cut else told


def _sheet(book: Workbook, sheet: Sheet, notes: list[tuple[str, str]]) -> None:
    page = book.add_worksheet(sheet.name)
    head = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "valign": "top"})
    usual = book.add_format({"text_wrap": True, "valign": "top"})
    marked = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    rows = [*notes, *sheet.rows[:MOST]]
    for column, name in enumerate(sheet.columns):
        page.write_string(0, column, name, head)
        page.set_column(column, column, _width(name, [row[column] for row in rows[:_LOOKED_AT]]))
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            _cell(page, number, column, value, usual, marked)
    page.freeze_panes(1, 0)
    if sheet.columns and rows:
        page.autofilter(0, 0, len(rows), len(sheet.columns) - 1)


def _cell(page: Worksheet, row: int, column: int, value: str | float | bool | None, usual: Any, marked: Any) -> None:
    """Write a value; a text that a person's edit would make a formula is marked as one that is none."""
    if isinstance(value, bool):
        page.write_boolean(row, column, value, usual)
    elif isinstance(value, int | float):
        page.write_number(row, column, value, usual)
    elif value:
        text = plain(value)
        shown = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
        page.write_string(row, column, shown, marked if text.startswith(_STARTS) else usual)


def _is_long(value: object) -> bool:
    return isinstance(value, str) and len(value) > LONGEST // 6 and len(plain(value)) > LONGEST


def _width(name: str, values: list[str | float | bool | None]) -> float:
    """Return the width of a column: of its longest text, within limits."""
    return min(_WIDEST, max(_NARROWEST, len(name) + 4, *(len(str(value or "")) + 1 for value in values)))


WRITER = Writer(write, sheets=True)
