"""The blocks of a Word document: paragraphs, tables, text boxes, notes and comments."""

from __future__ import annotations

from argmap.sources.extract.docx.reading import Element, End, Paragraph, Reading, passed_over, skip
from argmap.sources.extract.docx.xml import Attributes


def _paragraph(reading: Reading, _: Attributes) -> End:
    outer, reading.paragraph = reading.paragraph, Paragraph()
    start = reading.text.length
    reading.count_seen()

    def end() -> None:
        paragraph, reading.paragraph = reading.paragraph, outer
        if paragraph.gone:
            _tell(reading, paragraph)
        if reading.text.length > start or reading.text.boxes:
            reading.numbered += reading.styles.is_numbered(paragraph.style, paragraph.numbering, paragraph.level)
            if not paragraph.goes_on:
                reading.text.put_boxes("\n" if reading.tables else "\n\n")
            reading.count_seen()

    return end


def _tell(reading: Reading, paragraph: Paragraph) -> None:
    for kind, pieces in paragraph.gone.items():
        if text := "".join(pieces).strip():
            reading.account.add(kind, text)


def _settings(reading: Reading, _: Attributes) -> End:
    reading.in_settings = True

    def end() -> None:
        reading.in_settings = False

    return end


def _style(reading: Reading, attributes: Attributes) -> None:
    reading.paragraph.style = attributes.get("w:val", "")


def _list(reading: Reading, attributes: Attributes) -> None:
    reading.paragraph.numbering = attributes.get("w:val", "")


def _level(reading: Reading, attributes: Attributes) -> None:
    reading.paragraph.level = attributes.get("w:val", "0")


def _table(reading: Reading, _: Attributes) -> End:
    reading.tables += 1

    def end() -> None:
        reading.tables -= 1
        reading.text.part("\n" if reading.tables else "\n\n")

    return end


def _row(reading: Reading, _: Attributes) -> End:
    return lambda: reading.text.part("\n")


def _cell(reading: Reading, _: Attributes) -> End:
    start = reading.text.length, reading.text.due
    return lambda: reading.text.end_cell(*start)


def _box(reading: Reading, _: Attributes) -> End:
    reading.begin_aside()
    tables, reading.tables = reading.tables, 0

    def end() -> None:
        reading.tables = tables
        if box := reading.end_aside():
            reading.text.boxes.append(box)

    return end


def _note(_: Reading, attributes: Attributes) -> End | None:
    return skip if attributes.get("w:type", "normal") != "normal" else None


def _comment(reading: Reading, _: Attributes) -> End:
    reading.begin_aside()
    return lambda: reading.account.add("comments", reading.end_aside())


def _included(reading: Reading, _: Attributes) -> None:
    reading.included += 1


ELEMENTS: dict[str, Element] = {
    "w:p": _paragraph,
    "w:pPr": _settings,
    "w:pStyle": _style,
    "w:numId": _list,
    "w:ilvl": _level,
    "w:tbl": _table,
    "w:tr": _row,
    "w:tc": _cell,
    "w:txbxContent": _box,
    "w:footnote": _note,
    "w:endnote": _note,
    "w:comment": _comment,
    "w:altChunk": _included,
    "w:subDoc": _included,
    **dict.fromkeys(
        ("w:pPrChange", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr"),
        passed_over,
    ),
}
