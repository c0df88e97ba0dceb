"""Word: read back as python-docx and argmap itself read it."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import docx
import pytest
from docx.oxml.ns import qn

import argmap
from argmap.errors import MissingExtraError
from argmap.sources.extraction import extract
from argmap.workflows.reporting.fitting import Measure, cut, fitted, left_out
from argmap.workflows.reporting.making import make
from argmap.workflows.reporting.report import Report, Section, Table, plain
from argmap.workflows.reporting.writers.docx import WRITER

from ..conftest import HOSTILE

WHEN = date(2026, 11, 30)


def written(analysis, **options) -> bytes:
    """Return the report on a map in Word."""
    return make(analysis, "docx", WHEN, "m", **{"pictured": False, **options}).data


def texts(document) -> list[str]:
    """Return the texts of a document's paragraphs and cells."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_hostile_texts_are_text(hostile) -> None:
    """Every text is read back as it was written, what XML forbids as escapes; no field, no link but to the web."""
    data = written(hostile)
    said = texts(docx.Document(io.BytesIO(data)))
    assert all(plain(text) in said for text in HOSTILE)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        relations = ET.fromstring(parts.read("word/_rels/document.xml.rels"))
        body = parts.read("word/document.xml").decode()
    outside = [each.get("Target") for each in relations if each.get("TargetMode") == "External"]
    assert outside
    assert all(target.startswith("https://") for target in outside)
    assert "instrText" not in body
    assert "fldSimple" not in body


def test_findings_are_comments_at_their_statements(analysis) -> None:
    """Each finding is a comment of Word, dated as the report, at the statement, the source or the title it is about."""
    document = docx.Document(io.BytesIO(written(analysis)))
    comments = list(document.comments)
    assert len(comments) == len(argmap.check(analysis.map))
    assert {comment.timestamp for comment in comments} == {datetime(2026, 11, 30, tzinfo=UTC)}
    assert {comment.author for comment in comments} == {"argmap"}
    ids = {
        comment.comment_id for comment in comments if "It is dangerous" in comment.text or "'danger'" in comment.text
    }
    (row,) = (row for table in document.tables for row in table.rows if row.cells[-1].text == "danger")
    marked = {int(each.get(qn("w:id"))) for each in row.cells[0]._tc.iter(qn("w:commentReference"))}
    assert marked
    assert marked <= ids


def test_headings_and_heads_of_tables(analysis) -> None:
    """Headings are Word's own, and the first row of each table is repeated on each page."""
    document = docx.Document(io.BytesIO(written(analysis)))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert styles[:3] == ["Heading 1", "Heading 1", "Heading 2"]
    framed = [table for table in document.tables if table.style.name == "Table Grid"]
    assert framed
    assert all(next(table.rows[0]._tr.iter(qn("w:tblHeader")), None) is not None for table in framed)


def test_texts_from_right_to_left_are_marked(project) -> None:
    """What runs from right to left is a paragraph that does, of runs that do."""
    project({})
    body = zipfile.ZipFile(io.BytesIO(written(argmap.analyse(argmap.loads("nodes: {a: {claim: שלום עולם}}"))))).read(
        "word/document.xml"
    )
    paragraphs = re.findall(r"<w:p>(?:(?!</w:p>).)*שלום עולם", body.decode(), re.DOTALL)
    assert paragraphs
    assert all("<w:bidi/>" in each and "<w:rtl/>" in each for each in paragraphs if "“" not in each)


@pytest.mark.dot
def test_a_picture_has_a_text_for_who_cannot_see_it(analysis) -> None:
    """A picture fits on a page and has an alternative text."""
    document = docx.Document(io.BytesIO(written(analysis, pictured=True)))
    (shape,) = document.inline_shapes
    assert shape.width.mm <= 178.1
    assert shape.height.mm <= 235.1
    (told,) = document.element.xpath(".//wp:docPr")
    assert told.get("descr").startswith("The whole map (8 statements), as cards")


def test_argmap_reads_it_as_a_source(analysis) -> None:
    """The text that argmap takes out of it has what the report says."""
    read = extract(written(analysis), "report.docx")
    assert "“Close the street” is accepted: “It is too loud” supports it." in read.text


def test_the_same_report_is_the_same_bytes(analysis) -> None:
    """Made again, it is the same to the byte."""
    assert written(analysis) == written(analysis)


def test_long_tables_are_cut_and_say_so() -> None:
    """A table of more than a thousand rows is cut, and what is left out is told below it."""
    table = Table("Numbers", ("Number",), tuple((str(number),) for number in range(1100)))
    short = fitted(Report("R", WHEN, (Section("S", (table,)),)), WRITER.fits)
    assert left_out(short) == 100
    few = cut(short, Measure(3, 100))
    assert "1,097 more rows are left out here." in texts(docx.Document(io.BytesIO(WRITER.write(few))))


def test_without_python_docx(analysis, monkeypatch) -> None:
    """Without the extra, one sentence says how to get it."""
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"a report in Word needs python-docx: pip install 'argmap\[docx\]'"):
        written(analysis)
