"""Markdown, as GitHub and others show it: what a map says is text in it, whatever signs it holds.

One report fits into the description of a pull request or into a comment, which hold 65,536 characters. Where no picture
can stand beside it, there is a flowchart that GitHub draws.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

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
    text_of,
)
from argmap.workflows.reporting.words import left_out
from argmap.workflows.reporting.writers import Writer

MOST = 65_536
"""Characters of a text on GitHub."""

_SIGNS = re.compile(r"[\\`*_\[\]<|~$]|&(?=#|\w+;)|:(?=//|[\w+-]+:)")
_START = re.compile(r"^(?:[-+=>#]|\d+(?=[.)](?:\s|$)))")
_WWW = re.compile(r"\bwww(?=\.)", re.IGNORECASE)
_CALLS = re.compile(r"@(?=\w)|#(?=\d)|\bGH-(?=\d)", re.IGNORECASE)
_NOTHING = "<!-- -->"


def write(report: Report) -> bytes:
    """Write a report as Markdown."""
    lines = [f"# {escape(report.title)}", ""]
    for section in report.sections:
        lines += _section(section, 2)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def fits(report: Report) -> bool:
    """Tell whether a report fits where GitHub takes Markdown."""
    return len(write(report).decode()) <= MOST


def escape(text: str) -> str:
    r"""Return a text that Markdown shows as it is: no markup, no link, no name that is called upon.

    Example:
        >>> print(escape("<b>*a* | [b](javascript:x) @you #1 www.a.b"))
        \<b>\*a\* \| \[b\](javascript:x) @<!-- -->you #<!-- -->1 www\.a.b
        >>> print(escape("1. c"), escape("- d"))
        1\. c \- d
    """
    signs = _SIGNS.sub(r"\\\g<0>", text)
    signs = _START.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", signs)
    signs = _WWW.sub(r"\g<0>\\", signs)
    return _CALLS.sub(rf"\g<0>{_NOTHING}", signs)


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * min(level, 6)} {escape(section.title) or '—'}"
    yield ""
    for block in section.blocks:
        yield from _block(block)
        yield ""
    for part in section.sections:
        yield from _section(part, level + 1)
    if section.left_out:
        yield f"*{left_out(section.left_out, 'part')}*"
        yield ""


def _block(block: Block) -> Iterable[str]:
    match block:
        case Paragraph(text=text):
            return [escape(text)]
        case Picture() if block.name.endswith(".mmd"):
            return ["```mermaid", block.data.decode().rstrip("\n"), "```", "", f"*{escape(block.caption)}*"]
        case Picture():
            return [f"![{escape(block.told)}](<{quote(os.fsencode(block.name))}>)", "", f"*{escape(block.caption)}*"]
        case Facts(rows=rows):
            return [f"- **{_words(term)}:** {_words(what)}" for term, what in rows]
    return _table(block)


def _table(table: Table) -> Iterator[str]:
    yield f"**{escape(table.caption)}**"
    yield ""
    yield _row(table.columns)
    yield f"|{'---|' * len(table.columns)}"
    yield from map(_row, table.rows)
    if table.left_out:
        yield ""
        yield f"*{left_out(table.left_out, 'row')}*"


def _row(cells: Iterable[Words]) -> str:
    return f"| {' | '.join(map(_words, cells))} |"


def _words(words: Words) -> str:
    if isinstance(words, Link):
        return f"[{escape(words.text)}](<{words.url}>)"
    return escape(text_of(words))


WRITER = Writer(
    write,
    fits=fits,
    limit=f"Markdown for a pull request holds {MOST:,} characters",
    picture="svg",
    beside=True,
    within="mmd",
    is_text=True,
)
