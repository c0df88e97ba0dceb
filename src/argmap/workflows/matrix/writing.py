"""A matrix for other programs: as rows of plain values, as CSV and as a table of HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from typing import Any

from argmap.workflows.matrix.lines import Mark
from argmap.workflows.matrix.matrix import Apart, Count, Matrix, Row

APART = {
    Apart.YES: "tells them apart",
    Apart.AS_DRAWN: "tells them apart only by lines that do not stand",
    Apart.NO: "does not tell them apart",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def in_words(row: Row, claim: int) -> str:
    """Say what a piece of evidence says of a claim, by its number from 0.

    Example:
        >>> from argmap.workflows.matrix.lines import Bearing, Side
        >>> row = Row("rain", "It rained.", (), None, Bearing(Side(1, 1, 0), Side(1, 0, 1)), 2)
        >>> in_words(row, 0), in_words(row, 1)
        ('for (does not stand); indirectly against', '')
    """
    sides = (("for", row.pro(claim)), ("against", row.con(claim)))
    return "; ".join(f"{_way(mark)}{word}{_state(mark)}" for word, mark in sides if mark)


def rows(matrix: Matrix) -> list[dict[str, Any]]:
    """Return the evidence as plain dicts, for templates, data frames and JSON.

    Each has its ``evidence``, ``text``, ``ground``, ``sources``, whether it tells the claims ``apart``, and ``cells``:
    for each claim, what speaks ``for`` and ``against`` it, None or whether that is ``direct`` and ``stands``.
    """
    return [
        {
            "evidence": row.name,
            "text": row.text,
            "ground": str(row.grade) if row.grade else None,
            "sources": list(row.sources),
            "apart": str(row.apart),
            "cells": [
                {"claim": name, "for": _values(row.pro(at)), "against": _values(row.con(at))}
                for at, name in enumerate(matrix.names)
            ],
        }
        for row in matrix.rows
    ]


def values(matrix: Matrix) -> dict[str, Any]:
    """Return all of a matrix as plain values."""
    return {
        "question": matrix.rivals.question,
        "claims": [
            {
                "id": name,
                "text": text,
                "for": _counts(matrix.count_pro(at)),
                "against": _counts(matrix.count_con(at)),
            }
            for at, (name, text) in enumerate(zip(matrix.names, matrix.texts, strict=True))
        ],
        "exclusive": matrix.exclusive,
        "rows": rows(matrix),
        "left_out": list(matrix.left_out),
        "more_claims": matrix.more,
    }


def to_csv(matrix: Matrix) -> str:
    """Return a matrix as CSV: a line for each piece of evidence, a column for each claim.

    What a spreadsheet would take for a formula begins with an apostrophe.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(map(_cell, ("evidence", "text", "ground", "sources", "apart", *matrix.names)))
    for row in matrix.rows:
        known = (row.name, row.text, str(row.grade or ""), " ".join(row.sources), str(row.apart))
        writer.writerow(map(_cell, (*known, *(in_words(row, at) for at in range(row.claims)))))
    return written.getvalue()


def to_html(matrix: Matrix) -> str:
    """Return a matrix as an element ``table``, to be put into a page; every text is escaped.

    Rows are grouped in a ``tbody`` each for what tells the claims apart (``yes``), what would if its lines stood
    (``as-drawn``), and what does not (``no``). Cells have the classes ``for``, ``against``, ``direct``, ``stands``.
    """
    head = "".join(
        f'<th scope="col" data-claim="{_escaped(name)}">{_escaped(text)}</th>'
        for name, text in zip(matrix.names, matrix.texts, strict=True)
    )
    body = "".join(
        f'<tbody class="{apart.replace(" ", "-")}" title="{APART[apart]}">\n{"".join(map(_html, group))}</tbody>\n'
        for apart, group in groupby(matrix.rows, key=lambda row: row.apart)
    )
    caption = f"<caption>{_escaped(matrix.question)}</caption>\n" if matrix.question else ""
    foot = "".join(
        f'<tr><th scope="row">{word}</th>{"".join(f"<td>{count}</td>" for count in counts)}</tr>\n'
        for word, counts in feet(matrix)
    )
    return (
        f'<table class="argmap-matrix">\n{caption}<thead>\n<tr><th scope="col">Evidence</th>{head}</tr>\n</thead>\n'
        f"{body}<tfoot>\n{foot}</tfoot>\n</table>\n"
    )


def feet(matrix: Matrix) -> Iterator[tuple[str, list[int]]]:
    """Return how much evidence speaks for and against each claim: what is counted, and a number for each claim."""
    sides: tuple[tuple[str, Callable[[int], Count]], ...] = (("for", matrix.count_pro), ("against", matrix.count_con))
    for word, count in sides:
        counts = [count(at) for at in range(len(matrix.names))]
        yield word, [each.drawn for each in counts]
        yield f"{word}, standing", [each.standing for each in counts]
        yield f"{word}, their sources", [each.origins for each in counts]


def _html(row: Row) -> str:
    cells = []
    for at in range(row.claims):
        pro, con = row.pro(at), row.con(at)
        marks = [mark for mark in (pro, con) if mark]
        known = {
            "for": pro,
            "against": con,
            "direct": any(mark.direct for mark in marks),
            "stands": any(mark.stands for mark in marks),
        }
        classes = " ".join(word for word, holds in known.items() if holds)
        cells.append(f'<td class="{classes}">{in_words(row, at)}</td>' if marks else "<td></td>")
    head = f'<th scope="row" data-evidence="{_escaped(row.name)}">{_escaped(row.text or row.name)}</th>'
    return f"<tr>{head}{''.join(cells)}</tr>\n"


def _values(mark: Mark | None) -> dict[str, bool] | None:
    return {"direct": mark.direct, "stands": mark.stands} if mark else None


def _counts(count: Count) -> dict[str, int]:
    return {"drawn": count.drawn, "standing": count.standing, "sources": count.origins}


def _way(mark: Mark) -> str:
    return "" if mark.direct else "indirectly "


def _state(mark: Mark) -> str:
    return "" if mark.stands else " (does not stand)"


def _cell(text: str) -> str:
    return f"'{_line(text)}" if text.startswith(_FORMULA) else _line(text)


def _escaped(text: str) -> str:
    return escape(_line(text))


def _line(text: str) -> str:
    return " ".join(text.splitlines())
