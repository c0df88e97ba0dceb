"""A report as a document of Word: its pages, its parts, and what was found as comments at what it is about."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt

from argmap.workflows.reporting.report import Block, Facts, Paragraph, Picture, Report, Section, Table
from argmap.workflows.reporting.words import left_out
from argmap.workflows.reporting.writers.docx.columns import shares
from argmap.workflows.reporting.writers.docx.markup import add_row, fill, say, shade, speak, widen, write_in
from argmap.workflows.reporting.writers.docx.packing import packed

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.run import Run

_WIDTH, _HEIGHT = Mm(178), Mm(235)
_SMALL = Pt(8)
_LETTERS = 126
"""Letters of that size that stand beside each other on a page."""

_AUTHOR, _INITIALS = "argmap", "am"


def write(report: Report) -> bytes:
    """Write a report as a Word file."""
    document = docx.Document()
    _set_up(document, report)
    title = say(document.add_heading(level=0), report.title)
    _comment(document, report, "", title)
    for section in report.sections:
        _section(document, report, section, 1)
    when = datetime.combine(report.date, time(), UTC)
    _date_comments(document, when)
    held = io.BytesIO()
    document.save(held)
    return packed(held.getvalue())


def _set_up(document: Document, report: Report) -> None:
    """Set pages, fonts, language, and what the file says about itself."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(16)
    page.top_margin = page.bottom_margin = Mm(18)
    for name in ("Normal", "Title", *(f"Heading {level}" for level in range(1, 10))):
        write_in(document.styles[name], "Arial")
    document.styles["Normal"].font.size = Pt(10)
    speak(document.styles.element, "en-GB")
    about, when = document.core_properties, datetime.combine(report.date, time())
    about.title, about.author, about.last_modified_by, about.language = report.title[:255], _AUTHOR, _AUTHOR, "en-GB"
    about.comments, about.created, about.modified, about.revision = "", when, when, 1


def _section(document: Document, report: Report, section: Section, level: int) -> None:
    heading = say(document.add_heading(level=min(level, 9)), section.title or "—")
    if section.about.startswith("source"):
        _comment(document, report, section.about, heading)
    for block in section.blocks:
        _block(document, report, block)
    for part in section.sections:
        _section(document, report, part, level + 1)
    if section.left_out:
        say(document.add_paragraph(), left_out(section.left_out, "part")).italic = True


def _block(document: Document, report: Report, block: Block) -> None:
    match block:
        case Paragraph(text=text):
            say(document.add_paragraph(), text)
        case Facts():
            _facts(document, block)
        case Picture():
            _picture(document, block)
        case Table():
            _table(document, report, block)


def _facts(document: Document, facts: Facts) -> None:
    table = document.add_table(rows=0, cols=2)
    widen(table, _WIDTH, (0.24, 0.76))
    for row in facts.rows:
        for number, (cell, words) in enumerate(zip(add_row(table), row, strict=True)):
            fill(cell, words, Pt(9.5), bold=number == 0)
    if facts.rows:
        _keep_with_next(table.rows[0].cells)
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _picture(document: Document, picture: Picture) -> None:
    """Set a picture as wide as the page, or as high, with its text for who cannot see it."""
    shape = document.add_picture(io.BytesIO(picture.data))
    scale = min(1.0, _WIDTH / shape.width, _HEIGHT / shape.height)
    shape.width, shape.height = round(shape.width * scale), round(shape.height * scale)
    holder = document.paragraphs[-1]
    holder.paragraph_format.keep_with_next = True
    for told in holder.runs[0].element.xpath(".//wp:docPr"):
        told.set("descr", picture.told)
        told.set("title", picture.caption)
    say(document.add_paragraph(style="Caption"), picture.caption)


def _table(document: Document, report: Report, table: Table) -> None:
    caption = document.add_paragraph()
    say(caption, table.caption).bold = True
    caption.paragraph_format.keep_with_next = True
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    widen(made, _WIDTH, shares(table, _LETTERS))
    for cell, column in zip(add_row(made, head=True), table.columns, strict=True):
        fill(cell, column, _SMALL, bold=True)
        shade(cell)
    _keep_with_next(made.rows[0].cells)
    for number, row in enumerate(table.rows):
        runs = [fill(cell, words, _SMALL) for cell, words in zip(add_row(made), row, strict=True)]
        if table.about and runs:
            _comment(document, report, table.about[number], runs[0])
    if table.left_out:
        say(document.add_paragraph(), left_out(table.left_out, "row")).italic = True
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _keep_with_next(cells: Iterable[_Cell]) -> None:
    """Keep a row of a table on the page of the next, so that neither a heading nor a head stands alone."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _comment(document: Document, report: Report, about: str, run: Run) -> None:
    """Set what was found about something as comments at a run."""
    for told in report.comments.get(about, ()):
        document.add_comment(run, told, _AUTHOR, _INITIALS)


def _date_comments(document: Document, when: datetime) -> None:
    """Date the comments as the report is, so that they are the same when it is made again."""
    for relation in _relations(document, RELATIONSHIP_TYPE.COMMENTS):
        for comment in relation.element:
            comment.date = when


def _relations(document: Document, kind: str) -> Iterator[Any]:
    relations: Iterable[Any] = document.part.rels.values()
    yield from (relation.target_part for relation in relations if relation.reltype == kind)
