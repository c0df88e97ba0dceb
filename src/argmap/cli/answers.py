"""Printing the answer to a query: as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from argmap.cli.output import columns, json_bytes, put, put_bytes, visible
from argmap.corpora.queries import Answer

STYLES = ("table", "csv", "json")
_MOST = 1000
_WIDEST = 60
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def printed(answer: Answer, style: str) -> None:
    """Print an answer; what comes from others steers no terminal."""
    if style == "table":
        put(_table(answer))
    elif style == "csv":
        for text in _csv(answer):
            put(text)
    else:
        for text in _json(answer):
            put_bytes(json_bytes(text))


def _table(answer: Answer) -> str:
    """Lay an answer out in columns; of a very long one, the first rows."""
    rows = (row for chunk in answer.chunks() for row in chunk)
    found = list(islice(rows, _MOST + 1))
    more = f"… these are the first {_MOST:,}; --format csv and json print all\n" if len(found) > _MOST else ""
    return laid_out(answer.columns, found[:_MOST]) + more


def laid_out(names: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return rows as text, in columns under their names; numbers stand to the right."""
    shown = [tuple(map(visible, names)), *(tuple(map(_short, row)) for row in rows)]
    is_number = [bool(rows) and all(_is_number(row[at]) for row in rows) for at in range(len(names))]
    widths = [max(columns(row[at]) for row in shown) for at in range(len(names))]
    lines = ("  ".join(_padded(*each) for each in zip(row, widths, is_number, strict=True)) for row in shown)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _padded(cell: str, width: int, is_number: bool) -> str:
    blank = " " * (width - columns(cell))
    return blank + cell if is_number else cell + blank


def _is_number(value: object) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _short(value: object) -> str:
    """Return a value for a table, cut where it is long."""
    text = visible(_words(value))
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _words(value: object) -> str:
    """Return a value in words.

    Example:
        >>> _words(["a", "b"]), _words(True), _words(None), _words(0.25), _words(2 / 3)
        ('a, b', 'true', '', '0.25', '0.6667')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return f"{value:.4g}" if abs(value) < 1 else f"{value:.10g}"
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    return str(value)


def _csv(answer: Answer) -> Iterator[str]:
    """Return an answer as CSV; what a spreadsheet would take for a formula begins with an apostrophe."""
    yield _lines([answer.columns])
    for chunk in answer.chunks():
        yield _lines(chunk)


def _lines(rows: Sequence[Sequence[object]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = "\n".join(map(visible, _words(value).split("\n")))
    return f"'{text}" if text.startswith(_FORMULA) else text


def _json(answer: Answer) -> Iterator[str]:
    """Return an answer as a list of objects in JSON, a row on a line."""
    names = _distinct(answer.columns)
    before = "[\n"
    for chunk in answer.chunks():
        for row in chunk:
            value = dict(zip(names, map(_plain, row), strict=True))
            yield f"{before}{json.dumps(value, ensure_ascii=False, allow_nan=False)}"
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _distinct(names: Sequence[str]) -> list[str]:
    """Number names that several columns share.

    Example:
        >>> _distinct(["a", "b", "a"])
        ['a', 'b', 'a_2']
    """
    met = Counter[str]()
    found = []
    for name in names:
        met[name] += 1
        found.append(name if met[name] == 1 else f"{name}_{met[name]}")
    return found


def _plain(value: Any) -> Any:
    """Return a value that JSON has; others, such as dates, as text."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return str(value)
