"""What python-docx has no words for: the direction of writing, links, languages, heads of tables that are repeated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu

from argmap.workflows.reporting.report import Link, Words, is_to_left, text_of

if TYPE_CHECKING:
    from docx.shared import Length
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

_BAND = "EEF1F5"
_LINK_COLOUR = "0563C1"


def say(paragraph: Paragraph, words: Words) -> Run:
    """Write words into an empty paragraph, marked where they run from right to left; return the run that holds them."""
    run = paragraph.add_run(text_of(words))
    if is_to_left(words):
        paragraph.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run.font.rtl = True
    if isinstance(words, Link):
        _lead(paragraph, run, words.url)
    return run


def fill(cell: _Cell, words: Words, size: Length, *, bold: bool = False) -> Run:
    """Write words into an empty cell."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = 0
    run = say(paragraph, words)
    run.font.size, run.bold = size, bold or None
    return run


def shade(cell: _Cell) -> None:
    """Give a cell of a table's head its ground."""
    properties = cell._tc.get_or_add_tcPr()  # noqa: SLF001  (python-docx has no other way)
    properties.append(_element("w:shd", val="clear", color="auto", fill=_BAND))


def widen(table: Table, width: int, shares: Sequence[float]) -> None:
    """Give the columns of an empty table their shares of a width, which its rows will have."""
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(round(width * share))


def add_row(table: Table, *, head: bool = False) -> tuple[_Cell, ...]:
    """Add a row that stands on one page, and return its cells; a head is repeated on each page."""
    row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it untyped
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  (the same)
    properties.append(_element("w:cantSplit"))
    if head:
        properties.append(_element("w:tblHeader"))
    cells: tuple[_Cell, ...] = row.cells
    return cells


def write_in(style: Any, font: str) -> None:
    """Set the font of a style, whatever the script."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), font)


def speak(styles: Any, language: str) -> None:
    """Set the language of all text that says no other."""
    for spoken in styles.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _lead(paragraph: Paragraph, run: Run, url: str) -> None:
    """Make a run lead to an address."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.element.addprevious(link)
    link.append(run.element)
    run.font.underline = True
    run.element.get_or_add_rPr().append(_element("w:color", val=_LINK_COLOUR))


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made
