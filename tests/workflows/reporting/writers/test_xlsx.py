"""Excel: its sheets, read as the XML that they are; no text is a formula or a link."""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from xml.etree import ElementTree as ET

import pytest

import argmap
from argmap.errors import MissingExtraError
from argmap.workflows.reporting.making import make
from argmap.workflows.reporting.report import Report, Sheet, plain
from argmap.workflows.reporting.writers import xlsx

from ..conftest import HOSTILE

WHEN = date(2026, 11, 30)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook: for each sheet the values of its cells, row by row, and the XML."""

    def __init__(self, data: bytes) -> None:
        parts = zipfile.ZipFile(io.BytesIO(data))
        self.names = parts.namelist()
        shared = ET.fromstring(parts.read("xl/sharedStrings.xml"))
        strings = ["".join(t.text or "" for t in each.iter(f"{MAIN}t")) for each in shared]
        named = [each.get("name") for each in ET.fromstring(parts.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        self.xml = {name: parts.read(f"xl/worksheets/sheet{n}.xml").decode() for n, name in enumerate(named, start=1)}
        self.rows = {
            name: [self._row(row, strings) for row in ET.fromstring(x).iter(f"{MAIN}row")]
            for name, x in self.xml.items()
        }

    @staticmethod
    def _row(row, strings):
        found = {}
        for cell in row:
            value = cell.findtext(f"{MAIN}v")
            column = cell.get("r").rstrip("0123456789")
            found[column] = strings[int(value)] if cell.get("t") == "s" else value
        return found


def test_the_sheets_and_their_columns(analysis) -> None:
    """There is a sheet of each kind, frozen below its head, to be filtered; texts stand first, ids last, none empty."""
    book = Book(make(analysis, "xlsx", WHEN, "m").data)
    assert list(book.rows) == ["Report", "Statements", "Relations", "Citations", "Sources", "Findings"]
    assert all("<autoFilter" in xml and 'state="frozen"' in xml for xml in book.xml.values())
    heads = [*book.rows["Statements"][0].values()]
    assert heads[:2] == ["Text", "Kind"]
    assert heads[-1] == "Id"
    assert {"Standing", "Rests on", "Needs evidence for"} <= set(heads)
    assert "Note" not in heads
    assert [row["A"] for row in book.rows["Statements"][1:]] == [s.text for s in analysis.map]
    assert len(book.rows["Findings"]) == len(argmap.check(analysis.map)) + 1


def test_hostile_texts_are_text(hostile) -> None:
    """No text is a formula, a link or a number, whatever it begins with; each is read as it was written."""
    book = Book(make(hostile, "xlsx", WHEN, "m").data)
    assert not any("<f>" in xml or "<hyperlink" in xml for xml in book.xml.values())
    assert not [name for name in book.names if name.endswith(".rels") and "worksheets" in name]
    said = {value for found in book.rows.values() for row in found for value in row.values()}
    assert {plain(text) for text in HOSTILE if text} <= said


def test_a_text_that_an_edit_would_make_a_formula_is_marked(analysis) -> None:
    """A text that begins like a formula keeps being text when somebody edits its cell."""
    report = Report("R", WHEN, (), sheets=(Sheet("S", ("A",), (("=1+1",), ("a",))),))
    parts = zipfile.ZipFile(io.BytesIO(xlsx.write(report)))
    assert 'quotePrefix="1"' in parts.read("xl/styles.xml").decode()


def test_what_excel_cannot_hold_is_said(monkeypatch) -> None:
    """Long texts are cut and rows left out, and the first sheet says how many."""
    monkeypatch.setattr(xlsx, "MOST", 2)
    sheets = (Sheet("Report", ("What", "Is"), ()), Sheet("Long", ("A",), (("x" * 40_000,), ("b",), ("c",))))
    book = Book(xlsx.write(Report("R", WHEN, (), sheets=sheets)))
    assert len(book.rows["Long"][1]["A"]) == 32_767
    assert [tuple(row.values()) for row in book.rows["Report"][2:]] == [
        ("Left out", "1 rows of Long: a sheet holds 2"),
        ("Cut", "1 texts: a cell holds 32,767 characters"),
    ]


def test_the_same_report_is_the_same_bytes(analysis) -> None:
    """Made again, it is the same to the byte."""
    assert make(analysis, "xlsx", WHEN, "m").data == make(analysis, "xlsx", WHEN, "m").data


def test_without_xlsxwriter(analysis, monkeypatch) -> None:
    """Without the extra, one sentence says how to get it."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match=r"a report in Excel needs xlsxwriter: pip install 'argmap\[xlsx\]'"):
        make(analysis, "xlsx", WHEN, "m")
