"""The rows of a comparison as CSV, and as tables and a page of HTML."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from html import escape

from argmap.comparison.agreement.coefficients import Agreement
from argmap.comparison.compare import Comparison
from argmap.comparison.rows import Row, Subject
from argmap.comparison.telling.sentences import swing_told
from argmap.unseen import visible

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HEADS = ("subject", "verdicts", "a", "b", "kinds in a", "kinds in b", "by", "passage", "text")
_SHOWN = ("How", "A", "B", "Passage")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.45 Arial, "Liberation Sans", Helvetica, sans-serif; margin: 2rem auto; max-width: 76rem;
  padding: 0 1rem; color: #1b2430; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
figure, .wide { margin: 1rem 0; overflow-x: auto }
table { border-collapse: collapse; width: 100% } caption { text-align: left; font-weight: bold; padding: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-top: 1px solid #d5dbe3 }
.agreement { width: auto } .agreement thead th { text-align: right }
td.figure { text-align: right; font-variant-numeric: tabular-nums }
tr.same { color: #556070 }
small { color: #556070 }
@media (prefers-color-scheme: dark) {
  body { color: #e8ecf1; background: #12161c } th, td { border-color: #3a4350 }
  tr.same, small { color: #a9b4c2 } }
"""


def to_csv(found: Comparison) -> str:
    """Return the rows as CSV; what a spreadsheet would take for a formula begins with an apostrophe."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_HEADS)
    for row in found.rows:
        several = (row.verdicts, row.left, row.right, row.left_kinds, row.right_kinds)
        cells = (row.subject, *("; ".join(each) for each in several), row.by, row.passage, row.text)
        writer.writerow(map(_cell, cells))
    return written.getvalue()


def to_html(found: Comparison) -> str:
    """Return the rows as a table for each subject, to be put into a page; every text is escaped.

    Rows have as classes how the readings compare there: ``same``, ``finer-in-a``, ``only-in-b`` and so on.
    """
    return "".join(_table(subject, rows) for subject in Subject if (rows := _rows(found, subject)))


def to_page(found: Comparison, a: str, b: str, picture: str) -> str:
    """Return a comparison as a page of HTML that asks for nothing else.

    Args:
        found: The comparison.
        a: What the first reading is called.
        b: What the second is called.
        picture: Both readings in one, as an element ``svg``; empty for none.
    """
    about = found.left.map.about
    title = _escaped(f"Two readings of {about}" if about else "Two readings")
    figure = f"<figure>{picture}</figure>\n" if picture else ""
    notes = "".join(f"<p>{_escaped(note)}.</p>\n" for note in found.notes)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>A: {_escaped(a)}<br>B: {_escaped(b)}</p>\n{notes}<h2>Conclusions</h2>\n{''.join(_conclusions(found))}"
        f'<h2>Agreement</h2>\n<div class="wide">\n{_agreement(found)}</div>\n<h2>Both in one</h2>\n{figure}'
        f'<h2>One by one</h2>\n<div class="wide">\n{to_html(found)}</div>\n</main>\n</body>\n</html>\n'
    )


def _rows(found: Comparison, subject: Subject) -> list[Row]:
    rows = [row for row in found.rows if row.subject is subject]
    return sorted(rows, key=lambda row: row.is_same)


def _table(subject: Subject, rows: Sequence[Row]) -> str:
    heads = "".join(f'<th scope="col">{head}</th>' for head in (_SHOWN if subject is Subject.STATEMENT else _SHOWN[:3]))
    body = "".join(_html(row) for row in rows)
    caption = f"<caption>{str(subject).capitalize()}s</caption>"
    head = f"<thead><tr>{heads}</tr></thead>"
    return f'<table class="argmap-compare">\n{caption}\n{head}\n<tbody>\n{body}</tbody>\n</table>\n'


def _html(row: Row) -> str:
    classes = " ".join(verdict.lower().replace(" ", "-") for verdict in row.verdicts)
    is_statement = row.subject is Subject.STATEMENT
    cells = [
        f'<th scope="row">{_escaped(", ".join(row.verdicts))}</th>',
        *(
            f"<td>{'<br>'.join(_side(*each, with_kind=is_statement) for each in zip(names, kinds, strict=True))}</td>"
            for names, kinds in ((row.left, row.left_kinds), (row.right, row.right_kinds))
        ),
    ]
    if is_statement:
        cells.append(f"<td><small>{_escaped(row.passage)}</small></td>")
    return f'<tr class="{classes}">{"".join(cells)}</tr>\n'


def _side(name: str, kind: str, *, with_kind: bool) -> str:
    return f"{_escaped(name)} <small>{_escaped(kind)}</small>" if with_kind else _escaped(name)


def _conclusions(found: Comparison) -> Iterator[str]:
    for left, _, before, after in found.conclusions:
        if before is after:
            yield f"<p>{_escaped(left)} is {before} in both.</p>\n"
    for swing in found.swings:
        first, *rest = swing_told(swing, found.differences, ("A", "B"))
        lines = "".join(f"<br>{_escaped(line)}" for line in rest)
        yield f"<p><strong>{_escaped(first)}</strong>{lines}</p>\n"
    for name, standing, is_right in found.lone:
        one, other = ("B", "A") if is_right else ("A", "B")
        yield f"<p>{_escaped(name)} is {standing} in {one}; {other} has no such recommendation.</p>\n"
    if not found.conclusions:
        yield "<p>There is no conclusion that both have.</p>\n"


def _agreement(found: Comparison) -> str:
    figures = found.agreement
    rows = [_figures("kinds", figures.kinds), _figures("relations", figures.relations)]
    if figures.boundaries:
        rows.append(
            ("boundaries", f"{figures.boundaries.length:,} characters", "", "", _figure(figures.boundaries.binary))
        )
        rows.append(("boundaries and kinds", "", "", "", _figure(figures.boundaries.nominal)))
    heads = ("", "units", "percent", "kappa", "alpha")
    head = "".join(f'<th scope="col">{each}</th>' for each in heads)
    body = "".join(
        f'<tr><th scope="row">{first}</th>{"".join(f"""<td class="figure">{each}</td>""" for each in rest)}</tr>\n'
        for first, *rest in rows
    )
    return f'<table class="agreement">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n'


def _figures(name: str, agreement: Agreement) -> tuple[str, str, str, str, str]:
    percent = "–" if agreement.percent is None else f"{agreement.percent:.0%}"
    return name, f"{agreement.units:,}", percent, _figure(agreement.kappa), _figure(agreement.alpha)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _cell(text: str) -> str:
    line = " ".join(text.splitlines())
    return f"'{line}" if text.startswith(_FORMULA) else line


def _escaped(text: str) -> str:
    return escape(visible(" ".join(text.splitlines())))
