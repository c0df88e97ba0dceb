"""Excel workbooks: sheets of statements, relations, citations and sources, as people fill them in."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from argmap.errors import ConvertError
from argmap.formats import _parts
from argmap.formats.tables import xlsx

from ...strategies import maps
from .test_csv import with_texts

xlsxwriter = pytest.importorskip("xlsxwriter")


@given(maps())
def test_a_map_is_the_same_after_writing_and_reading(m) -> None:
    """All that sheets have columns for is read again as it was written, ids included, but for what no file can hold."""
    writing = xlsx.write(m)
    before = with_texts(m, lambda text: text.translate(dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")))
    assert (before != m) == bool(writing.findings)
    assume(len({r.id for r in before.relations}) == len(before.relations))
    assert xlsx.read(writing.encoded, "t.xlsx") == _parts.kept(before, xlsx.FORMAT.keeps)


def workbook(fill, **options) -> bytes:
    """Return a workbook that a function fills in."""
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True, **options}) as book:
        fill(book)
    return held.getvalue()


def sheet(*rows):
    """Return a function that fills in one sheet."""

    def fill(book):
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

    return fill


def changed(data: bytes, part: str, change) -> bytes:
    """Return a workbook with one part changed."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return held.getvalue()


def told(m):
    """Return what reading a workbook found."""
    return [finding.message for finding in m.origin.findings]


def test_sheets_are_known_by_name_or_heads() -> None:
    """Statements, relations and sources may stand each in a sheet; another sheet is told."""

    def fill(book):
        for name, rows in {
            "Readme": [["Made by Ana"]],
            "Aussagen": [["Nr", "Aussage"], [1, "A."], [2, "B."]],
            "Tabelle3": [["von", "nach", "Art"], [2, 1, "Angriff"]],
            "Quellen": [["id", "Titel"], ["s", "Survey"]],
        }.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)

    m = xlsx.read(workbook(fill), "t.xlsx")
    assert ([s.text for s in m], [r.id for r in m.relations], m.sources[0].title) == (
        ["A.", "B."],
        ["2 -| 1"],
        "Survey",
    )
    assert any(message.startswith("Readme!A1: this table is not read") for message in told(m))


def test_cells_are_read_as_people_see_them() -> None:
    """Numbers, dates, shares, yes and no, rich text and formulas give their text; what is not kept is told."""

    def fill(book):
        page = book.add_worksheet("statements")
        page.write_row(0, 0, ["id", "text", "tags", "implicit", "note"])
        page.write_number(1, 0, 7)
        page.write_rich_string(1, 1, "It ", book.add_format({"bold": True}), "really", " rained.")
        page.write_datetime(
            1, 2, __import__("datetime").datetime(2024, 5, 1), book.add_format({"num_format": "d mmm yy"})
        )
        page.write_boolean(1, 3, True)
        page.write_formula(1, 4, '="seen"', None, "seen")
        page.write_row(2, 0, [8.0, 0.5])
        page.write_number(2, 2, 0.125, book.add_format({"num_format": "0.0%"}))
        page.write_formula(2, 4, "=1/0", None, "#DIV/0!")

    m = xlsx.read(workbook(fill), "t.xlsx")
    first, second = m
    assert (first.id, first.text, first.tags, first.implicit, first.note) == (
        *("7", "It really rained.", ("2024-05-01",), True, "seen"),
    )
    assert (second.id, second.text, second.tags, second.note) == ("8", "0.5", ("12.5%",), None)
    assert "statements!E2: 2 formulas are read by value" in told(m)
    assert "statements!C2: 1 date is read as YYYY-MM-DD" in told(m)
    assert "statements!E3: an error stands here, #DIV/0!, and is read as empty: mend it" in told(m)


def test_a_formula_without_its_value_is_told() -> None:
    """Where a program has written a formula and no value, that is an error at its cell."""
    data = workbook(sheet(["id", "text"], ["a", "=1"]))
    data = changed(data, "xl/worksheets/sheet1.xml", lambda part: part.replace(b"<v>0</v>", b""))
    (message,) = [message for message in told(xlsx.read(data, "t.xlsx")) if "formula" in message]
    assert message.startswith("Sheet1!B2: the value of this formula is not in the file")


def test_merged_and_hidden_cells_are_read_and_told() -> None:
    """Each cell of a merged one has its value; hidden rows and sheets are read like the others."""

    def fill(book):
        page = book.add_worksheet("statements")
        page.write_row(0, 0, ["id", "text", "group"])
        page.write_column(1, 0, ["a", "b"])
        page.write_column(1, 1, ["A.", "B."])
        page.merge_range("C2:C3", "costs")
        page.set_row(2, None, None, {"hidden": True})
        book.add_worksheet("relations").hide()
        book.get_worksheet_by_name("relations").write_row(0, 0, ["from", "to", "type"])
        book.get_worksheet_by_name("relations").write_row(1, 0, ["a", "b", "support"])

    m = xlsx.read(workbook(fill), "t.xlsx")
    assert [s.group for s in m] == ["costs", "costs"]
    assert [r.id for r in m.relations] == ["a -> b"]
    assert told(m) == [
        "relations: this sheet is hidden, and is read like the others",
        "statements!A3: 1 hidden row is read like the others",
        "statements!C2: 1 merged cell is read as cells of the same value",
    ]


def test_slips_are_told_with_sheet_and_cell() -> None:
    """A finding names the sheet and the cell."""
    m = xlsx.read(workbook(sheet(["id", "text", "kind"], ["a", "A.", "poem"], ["a", "B."])), "t.xlsx")
    assert [message[:40] for message in told(m)] == [
        "Sheet1!A3: the id 'a' stands twice: the ",
        "Sheet1!C2: 'poem' is no kind of statemen",
    ]


def bomb(size: int) -> bytes:
    """Return a workbook that unpacks to many bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/workbook.xml", "w") as part:
        for _ in range(size >> 20):
            part.write(bytes(1 << 20))
    return held.getvalue()


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"id,text\na,A.\n", "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "before 2007"),
        (workbook(sheet())[:200], "damaged"),
        (changed(workbook(sheet()), "xl/workbook.xml", lambda _: b"<workbook>"), "damaged"),
        (changed(workbook(sheet()), "xl/workbook.xml", lambda _: LAUGHS), "document type"),
        (
            changed(workbook(sheet(["text"], ["A."])), "xl/worksheets/sheet1.xml", lambda p: p.replace(b"A1", b"ZZZ1")),
            "cells",
        ),
    ],
)
def test_what_is_no_workbook_is_refused(data, words) -> None:
    """Other files, damaged ones, and those that would unpack without end are refused in a sentence."""
    with pytest.raises(ConvertError, match=words):
        xlsx.read(data, "t.xlsx")


def test_a_flood_is_refused_before_it_is_unpacked(monkeypatch) -> None:
    """What says that it unpacks to more than any map needs is not unpacked."""
    monkeypatch.setattr("argmap.formats.tables._workbook.package.LARGEST", 2**20)
    with pytest.raises(ConvertError, match="would unpack to 3 MB"):
        xlsx.read(bomb(3 * 2**20), "t.xlsx")


@given(st.data())
def test_a_damaged_workbook_never_breaks_reading(data) -> None:
    """Whatever stands in a sheet, it is read or refused."""
    whole = workbook(sheet(["id", "text", "because"], ["a", "A.", "b"], ["b", "B."]))
    with zipfile.ZipFile(io.BytesIO(whole)) as parts:
        part = data.draw(st.sampled_from(sorted(parts.namelist())))
        old = parts.read(part)
    start = data.draw(st.integers(0, len(old)))
    new = old[:start] + data.draw(st.binary(max_size=4)) + old[start + data.draw(st.integers(0, 9)) :]
    with suppress(ConvertError):
        assert xlsx.read(changed(whole, part, lambda _: new), "t.xlsx").origin


def test_texts_like_formulas_are_texts() -> None:
    """No cell of what is written is a formula, and none runs when a person opens and leaves it."""
    m = xlsx.read(workbook(sheet(["id", "text"], ["a", "'=1+1"])), "t.xlsx")
    with zipfile.ZipFile(io.BytesIO(xlsx.write(m).encoded)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    m = xlsx.read(workbook(sheet(["id", "text"], ["a", "=1+1"]), strings_to_formulas=False), "t.xlsx")
    assert m["a"].text == "=1+1"
    with zipfile.ZipFile(io.BytesIO(xlsx.write(m).encoded)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
        assert b"quotePrefix" in parts.read("xl/styles.xml")


def test_numbers_are_read_as_spreadsheets_show_them() -> None:
    """Halves are rounded away from zero, noise of floating point left out, and long whole numbers written out."""

    def fill(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["id", "text"])
        formats = [book.add_format({"num_format": code}) for code in ("0.00", "0%", "0", "General", "General")]
        for row, value in enumerate((0.125, 0.145, 2.5, 0.1 + 0.2, 1e15), start=1):
            page.write_number(row, 0, row)
            page.write_number(row, 1, value, formats[row - 1])

    m = xlsx.read(workbook(fill), "t.xlsx")
    assert [s.text for s in m] == ["0.13", "15%", "3", "0.3", "1000000000000000"]


def test_comments_on_cells_are_told() -> None:
    """What people have written beside a cell is left out, which is told with its place."""

    def fill(book):
        page = book.add_worksheet("Claims")
        page.write_row(0, 0, ["id", "text"])
        page.write_row(1, 0, ["a", "It rained."])
        page.write_comment(1, 1, "Did it?")

    found = [finding.message for finding in xlsx.read(workbook(fill), "t.xlsx").origin.findings]
    assert found == ["Claims!B2: 1 cell comment is left out"]
