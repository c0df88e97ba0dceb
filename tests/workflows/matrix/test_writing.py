"""A matrix for other programs."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from argmap import analyse
from argmap.model.statements import Kind, Statement
from argmap.workflows.matrix.matrix import Matrix, matrix
from argmap.workflows.matrix.rivals import Rivals
from argmap.workflows.matrix.writing import rows, to_csv, to_html, values

from ...evaluation.drawn import drawn

TEXT = "E: s1 \n F: s2, not x \n G: s1, s2 \n E -> A \n F -| A \n G -> A \n G -> B \n L -> B \n A >< B"


def compared(*texts: str) -> Matrix:
    """Compare two claims that have some texts, and answer a question of a third."""
    m = drawn(TEXT)
    known = dict(zip("ABQ", texts, strict=False))
    statements = (evolve(s, text=known.get(s.id, s.text)) for s in m)
    question = Statement("Q", Kind.QUESTION, known.get("Q", "Why?"))
    m = evolve(m, statements=(*statements, question))
    return matrix(analyse(m), Rivals((("A",), ("B",)), "Q"))


def test_rows_are_plain_values() -> None:
    """Each row has its cells, by claim."""
    first, *_, last = rows(compared())
    assert first == {
        "evidence": "E",
        "text": "E",
        "ground": "unverified",
        "sources": ["s1"],
        "apart": "yes",
        "cells": [
            {"claim": "A", "for": {"direct": True, "stands": True}, "against": None},
            {"claim": "B", "for": None, "against": None},
        ],
    }
    assert (last["evidence"], last["apart"]) == ("G", "no")


def test_values_hold_the_whole() -> None:
    """Claims have their counts, and what is left out is named."""
    found = values(compared())
    assert [found[key] for key in ("question", "exclusive", "left_out", "more_claims")] == ["Q", True, ["L"], 0]
    assert found["claims"][0] == {
        "id": "A",
        "text": "A",
        "for": {"drawn": 3, "standing": 3, "sources": 3},
        "against": {"drawn": 1, "standing": 0, "sources": 0},
    }


def test_csv_has_a_row_for_each_piece_of_evidence() -> None:
    """Cells say in words what is said of a claim."""
    assert list(csv.reader(io.StringIO(to_csv(compared())))) == [
        ["evidence", "text", "ground", "sources", "apart", "A", "B"],
        ["E", "E", "unverified", "s1", "yes", "for", ""],
        ["F@x", "", "unverified", "x", "yes", "indirectly for", ""],
        ["F", "F", "unverified", "s2", "as drawn", "against (does not stand)", ""],
        ["G", "G", "unverified", "s1 s2", "no", "for", "for"],
    ]


def test_csv_holds_no_formula() -> None:
    """What a spreadsheet would work out is text."""
    m = drawn("-E: s1 \n -E -> A \n B: claim")
    m = evolve(m, statements=tuple(evolve(s, text='=HYPERLINK("x")') for s in m))
    written = to_csv(matrix(analyse(m), Rivals((("A",), ("B",)))))
    assert written.splitlines()[1].startswith('\'-E,"\'=HYPERLINK(""x"")"')


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])), min_size=3, max_size=3))
def test_html_is_one_well_formed_table_whatever_the_texts(texts: list[str]) -> None:
    """Every text stands in it as it is written."""
    table = ET.fromstring(to_html(compared(*texts)))
    assert table.tag == "table"
    assert [cell.text or "" for cell in table.findall("thead/tr/th")] == ["Evidence", *texts[:2]]
    assert (table.findtext("caption") or "") == texts[2]


def test_html_groups_rows_and_marks_cells() -> None:
    """Classes say what a cell says, and whether the rows tell the claims apart."""
    table = ET.fromstring(to_html(compared()))
    assert {body.get("class"): len(body) for body in table.findall("tbody")} == {"yes": 2, "as-drawn": 1, "no": 1}
    assert [cell.get("class") for cell in table.findall("tbody[@class='as-drawn']/tr/td")] == ["against direct", None]
    assert [cell.text for cell in table.findall("tfoot/tr[1]/*")] == ["for", "3", "1"]
