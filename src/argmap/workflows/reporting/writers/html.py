"""HTML: one self-contained document to read and to print, without a script; it asks the network for nothing.

Its content policy lets nothing in but its own style, by its hash, and its own pictures.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from html import escape

from argmap.renderers.html.page import policy
from argmap.workflows.reporting.report import (
    Block,
    Facts,
    Link,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    Words,
    is_to_left,
    text_of,
)
from argmap.workflows.reporting.words import left_out
from argmap.workflows.reporting.writers import Writer

_STYLE = """
:root{color-scheme:light dark;--ink:#1b2430;--muted:#556070;--page:#fff;--band:#f4f6f9;--line:#c9d0d9;--link:#005a9c}
@media (prefers-color-scheme:dark){
:root{--ink:#e8ecf1;--muted:#a9b4c2;--page:#12161c;--band:#1c222b;--line:#3a4452;--link:#7cc0f5}}
*{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:1.05rem/1.55 Georgia,"Liberation Serif","Noto Serif",serif}
body{max-width:60rem;margin:0 auto;padding:2rem 1.25rem 4rem;overflow-wrap:break-word}
h1,h2,h3,nav,table,dl,figcaption,.note{font-family:Arial,"Liberation Sans",Helvetica,sans-serif}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.4rem;margin:3rem 0 .8rem;padding-top:.8rem;border-top:2px solid var(--line)}
h3{font-size:1.12rem;margin:2.2rem 0 .6rem}
p{max-width:44rem;margin:.8rem 0}
a{color:var(--link)}
nav ol{padding-left:1.4rem}
nav li{margin:.25rem 0}
dl{display:grid;grid-template-columns:minmax(8rem,13rem) 1fr;gap:.3rem 1rem;font-size:.92rem;margin:1rem 0}
dt{color:var(--muted)}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.scroll{overflow-x:auto;margin:1.2rem 0}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.4}
caption{text-align:left;font-weight:bold;padding:.3rem 0 .5rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);min-width:6.9rem}
thead th{background:var(--band);border-bottom:2px solid var(--line)}
td{overflow-wrap:anywhere}
.note{color:var(--muted);font-size:.86rem}
figure{margin:1.5rem calc(50% - min(48vw,52rem));overflow-x:auto}
figure img{display:block;max-width:100%;height:auto;margin:0 auto}
figcaption{text-align:center}
figcaption{color:var(--muted);font-size:.86rem;margin-top:.5rem}
@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}figure img{max-width:none}}
@media print{
@page{margin:16mm}
:root{--ink:#000;--muted:#444;--page:#fff;--band:#eee;--line:#999;--link:#000}
html{font-size:9.5pt}body{max-width:none;padding:0}p{max-width:none}
.scroll{overflow:visible}th,td{min-width:20mm;padding:.25rem .35rem}
h2,h3,caption,thead{break-after:avoid}tbody tr:first-child{break-before:avoid}
tr,figure{break-inside:avoid}thead{display:table-header-group}
figure{margin:0;overflow:visible}figure img{max-width:100%;max-height:225mm}}
"""


def write(report: Report) -> bytes:
    """Write a report as a page."""
    body = "".join(part for number, section in enumerate(report.sections) for part in _section(section, f"s{number}"))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(_STYLE)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="date" content="{report.date.isoformat()}">
<meta name="referrer" content="no-referrer">
<title>{escape(report.title)}</title>
<style>{_STYLE}</style>
</head>
<body>
<header>
<h1{_direction(report.title)}>{escape(report.title)}</h1>
{_contents(report)}</header>
<main>
{body}</main>
</body>
</html>
""".encode()


def _contents(report: Report) -> str:
    items = "".join(
        f'<li><a href="#s{number}">{escape(section.title)}</a></li>\n' for number, section in enumerate(report.sections)
    )
    return f'<nav aria-label="Contents">\n<ol>\n{items}</ol>\n</nav>\n'


def _section(section: Section, name: str, level: int = 2) -> Iterator[str]:
    head = f"h{min(level, 6)}"
    yield "<section>\n"
    yield f'<{head} id="{name}"{_direction(section.title)}>{escape(section.title) or "—"}</{head}>\n'
    for block in section.blocks:
        yield from _block(block)
    for number, part in enumerate(section.sections):
        yield from _section(part, f"{name}-{number}", level + 1)
    if section.left_out:
        yield f'<p class="note">{left_out(section.left_out, "part")}</p>\n'
    yield "</section>\n"


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(text=text):
            return [f"<p{_direction(text)}>{escape(text)}</p>\n"]
        case Facts(rows=rows):
            pairs = (f"<dt>{_words(term)}</dt><dd{_direction(what)}>{_words(what)}</dd>\n" for term, what in rows)
            return ["<dl>\n", *pairs, "</dl>\n"]
        case Picture():
            media = "image/svg+xml" if block.name.endswith(".svg") else "image/png"
            data = base64.b64encode(block.data).decode()
            shown = f'<img src="data:{media};base64,{data}" alt="{escape(block.told)}">'
            told = f"<figcaption>{escape(block.caption)}</figcaption>"
            return [f'<figure tabindex="0">\n{shown}\n{told}\n</figure>\n']
    return _table(block)


def _table(table: Table) -> Iterator[str]:
    """Write a table; where it is wider than the screen it is moved sideways, by the keyboard too."""
    yield f'<div class="scroll" role="group" aria-label="{escape(table.caption)}" tabindex="0">\n<table>\n'
    yield f"<caption>{escape(table.caption)}</caption>\n<thead>\n<tr>"
    yield "".join(f'<th scope="col">{_words(column)}</th>' for column in table.columns)
    yield "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows:
        yield f"<tr>{''.join(f'<td{_direction(cell)}>{_words(cell)}</td>' for cell in row)}</tr>\n"
    yield "</tbody>\n</table>\n</div>\n"
    if table.left_out:
        yield f'<p class="note">{left_out(table.left_out, "row")}</p>\n'


def _direction(words: Words) -> str:
    return ' dir="rtl"' if is_to_left(words) else ""


def _words(words: Words) -> str:
    if isinstance(words, Link):
        return f'<a href="{escape(words.url)}" rel="noreferrer">{escape(words.text)}</a>'
    return escape(text_of(words))


WRITER = Writer(write, picture="svg")
