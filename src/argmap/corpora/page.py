"""The statistics of a corpus as a page of its own: plots and tables, which load nothing."""

from __future__ import annotations

import warnings
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from io import BytesIO
from typing import Any

from argmap.corpora.statistics import Chart, Section, Statistics
from argmap.errors import MissingExtraError
from argmap.unseen import visible
from argmap.wording import counted

_MOST = 20
_COLOURS = ("#005A9C", "#8F2D73", "#B23A06", "#5A5F66", "#00694F")
_STYLE = """\
body { font: 16px/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; color: #1B2430; background: #FFFFFF;
  max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
.wide { overflow-x: auto; }
img { display: block; max-width: 100%; height: auto; margin: 0 0 .6rem; }
table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; padding: .15rem .9rem .15rem 0; border-bottom: 1px solid #D8DDE3; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
"""


def page(statistics: Statistics, title: str) -> str:
    """Return statistics as a page in HTML.

    Args:
        statistics: What it shows.
        title: The name of the corpus.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    name = escape(visible(title))
    parts = "".join(_section(section, rows) for section, rows in statistics.found)
    rows = ", ".join(counted(count, table.removesuffix("s")) for table, count in statistics.rows.items())
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        'img-src data:">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}: statistics</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{name}</h1>\n<p>{rows}.</p>\n{parts}</main>\n</body>\n</html>\n"
    )


def _section(section: Section, rows: list[tuple[Any, ...]]) -> str:
    shown = rows[:_MOST]
    picture = ""
    if section.chart:
        source = b64encode(chart(section, shown)).decode()
        picture = (
            f'<img src="data:image/svg+xml;base64,{source}" alt="{escape(section.title)}, as in the table below">\n'
        )
    head = "".join(f'<th scope="col"{_numeric(at)}>{escape(name)}</th>' for at, name in enumerate(section.columns))
    body = "".join(
        f"<tr>{''.join(f'<td{_numeric(at)}>{escape(_words(cell))}</td>' for at, cell in enumerate(row))}</tr>\n"
        for row in shown
    )
    more = f"<p>And {counted(len(rows) - _MOST, 'more row')}.</p>\n" if len(rows) > _MOST else ""
    return (
        f'<section>\n<h2>{escape(section.title)}</h2>\n<div class="wide">\n{picture}<table>\n'
        f"<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>\n</table>\n</div>\n{more}</section>\n"
    )


def _numeric(at: int) -> str:
    return ' class="number"' if at else ""


def _words(cell: object) -> str:
    if isinstance(cell, int):
        return f"{cell:,}"
    return f"{cell:.1%}" if isinstance(cell, float) else visible(str(cell))


def chart(section: Section, rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Draw the rows of a section in SVG; the same rows give the same bytes.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError:
        raise MissingExtraError("a plot", "matplotlib", "corpus") from None
    settings = {
        "font.family": ["DejaVu Sans"],  # which comes with it, so that all machines draw alike
        "svg.fonttype": "none",
        "svg.hashsalt": "argmap",
        "text.parse_math": False,
    }
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of letters that a font lacks: the reader's browser has others
        height = 0.8 + 0.34 * len(rows) + (0.4 if section.chart is Chart.PARTS else 0)
        figure = Figure(figsize=(8, height), layout="constrained")
        _draw(figure.subplots(), section, rows)
        drawn = BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    return drawn.getvalue()


def _draw(axes: Any, section: Section, rows: Sequence[tuple[Any, ...]]) -> None:
    """Draw a bar for each row, from the top down."""
    places = range(len(rows))
    names = [_short(visible(str(row[0]))) for row in rows]
    series = list(_series(section, rows))
    left = [0] * len(rows)
    for (name, values), colour in zip(series, _COLOURS, strict=False):
        bars = axes.barh(places, values, left=left, color=colour, height=0.7, label=name)
        left = [before + value for before, value in zip(left, values, strict=True)]
    axes.bar_label(bars, labels=[f"{total:,}" for total in left], padding=4)
    axes.set_yticks(places, names)
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.margins(x=0.1)
    axes.xaxis.set_major_locator(_whole())
    axes.xaxis.set_major_formatter("{x:,.0f}")
    axes.set_xlabel(section.columns[1] if section.chart is Chart.BARS else "")
    axes.spines[["top", "right"]].set_visible(False)
    if len(series) > 1:
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=len(series), frameon=False)


def _series(section: Section, rows: Sequence[tuple[Any, ...]]) -> Iterator[tuple[str, list[int]]]:
    last = 2 if section.chart is Chart.BARS else len(section.columns)
    for at in range(1, last):
        yield section.columns[at], [row[at] for row in rows]


def _whole() -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=6, integer=True)


def _short(name: str) -> str:
    return name if len(name) <= 40 else f"{name[:39]}…"
