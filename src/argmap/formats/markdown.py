"""Markdown: each fenced block ```` ```argdown ```` or ```` ```argmap ```` is a map of its own.

A block is read by its own format, and everything found in it stands at its line and column in the file.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import evolve

from argmap import formats
from argmap.errors import ConvertError
from argmap.formats import Format, Sign, split_name
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Block
from argmap.model.places import moved
from argmap.text import Edit, LineIndex, OffsetMap, Span, apply_edits

if TYPE_CHECKING:
    from argmap.formats._fences import Fence

_MOST = 12
_OPENING = re.compile(rb"^[ \t>*+\-0-9.)]*+(?:```|~~~)[`~]*+([^\n\r]*+)", re.MULTILINE)
_ATTRIBUTES = re.compile(r"""\{((?:[^{}"']|"[^"]*"|'[^']*')*+)\}""")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")


@cache
def _words() -> dict[str, str]:
    """Return the formats of the blocks, by the first word after the fence."""
    return {word: name for name in formats.names() for word in formats.named(name).fences}


def sniff(data: bytes) -> Sign:
    """Tell a page with a block that may hold a map; it may stand in quotes and lists."""
    openings = (match[1].decode("utf-8", "replace") for match in _OPENING.finditer(data))
    return Sign.LIKELY if any(map(_format, openings)) else Sign.NONE


def names(text: str, file: str) -> list[str]:
    r"""Return the names of the maps in a text: the file where it holds one, else the file with numbers.

    Example:
        >>> names("```argdown\n[A]: a\n```\n\n~~~ argmap\nnodes: {}\n~~~\n", "page.md")
        ['page.md#1', 'page.md#2']
    """
    count = len(_page(text)[1])
    return [file] if count == 1 else [f"{file}#{number}" for number in range(1, count + 1)]


def read(text: str, file: str) -> ArgumentMap:
    r"""Read a map from a block of Markdown.

    Args:
        text: The whole file.
        file: Its path, with the number of the block where there are several: ``page.md#2``.

    Raises:
        ConvertError: There is no such block, or several and none is named.

    Example:
        >>> m = read("# Rain\n\n```argdown\n[Wet]: It is wet.\n```\n", "page.md")
        >>> m.origin.lines.position(m["wet"].span.start).line
        4
    """
    path, number = split_name(file)
    lines, found = _page(text)
    if number is None and len(found) == 1:
        number = 1
    if number is None or number > len(found):
        raise ConvertError(_which(path, [lines.position(fence.start).line for _, fence in found], number))
    name, fence = found[number - 1]
    first = lines.position(fence.start).line + 1
    seen, offsets = _seen(text, fence, first)
    m = formats.named(name).of_text(seen, path)
    if m.origin is None:
        return m
    block = Block(number, first, max(first, lines.position(fence.end).line), "markdown")
    findings = tuple(_placed(finding, first, fence) for finding in m.origin.findings)
    ignores = tuple(evolve(ignore, span=offsets.back(ignore.span)) for ignore in m.origin.ignores)
    origin = evolve(m.origin, lines=lines, ignores=ignores, findings=findings, block=block)
    return evolve(moved(m, offsets.back), origin=origin)


def lay_out(text: str) -> str | None:
    """Put each block into the layout of its format, and leave the rest to the letter; None for a syntax error.

    Raises:
        ConvertError: A block holds no map.
    """
    edits: list[Edit] = []
    blocks: list[str] = []
    lines, found = _page(text)
    for name, fence in found:
        content, in_layout = fence.content(text), formats.named(name).lay_out
        try:
            laid = in_layout(content) if in_layout and content.strip() else content
        except ConvertError as error:
            raise ConvertError(f"in the block at line {lines.position(fence.start).line}, {error}") from None
        if laid is None:
            return None
        blocks.append(laid)
        if content.strip():
            edits.append(Edit(Span(fence.lines[0].start, fence.end), _indented(laid, fence.prefix(text))))
    laid_out = apply_edits(text, edits)
    return laid_out if _holds(laid_out, blocks) and _others(laid_out) == _others(text) else text


@lru_cache(maxsize=1)
def _page(text: str) -> tuple[LineIndex, list[tuple[str, Fence]]]:
    """Return the lines of a text, and its fences that hold maps, each with the name of its format."""
    from argmap.formats._fences import fences

    found = []
    for fence in fences(text):
        name = _format(fence.info)
        if name:
            found.append((name, fence))
    return LineIndex(text), found


def _format(info: str) -> str | None:
    """Return the format that the words after a fence name, or None.

    The first word names it, or, in braces, the first word there (R Markdown, Quarto) or a class, wherever it stands
    among the attributes (Pandoc).

    Example:
        >>> _format("argdown {#rain}"), _format('{#rain title="So it is" .argmap}'), _format("{argdown, echo=FALSE}")
        ('argdown', 'yaml', 'argdown')
        >>> _format("python argdown") is None
        True
    """
    attributes = _ATTRIBUTES.match(info.strip())
    if not attributes:
        return _words().get(re.split(r"[\s{]", info.strip(), maxsplit=1)[0].lower())
    first, *others = _QUOTED.sub("", attributes[1]).replace(",", " ").split() or [""]
    classes = (word for word in (first, *others) if word.startswith("."))
    return next((_words()[name] for word in (first, *classes) if (name := word.lstrip(".").lower()) in _words()), None)


def _which(path: str, lines: list[int], number: int | None) -> str:
    """Say why no block can be read."""
    shown = {"": "the text", "-": "standard input"}.get(path, path)
    if not lines:
        return f"{shown} holds no map: one in Markdown stands in a fenced block, ```argdown or ```argmap"
    *others, last = [*map(str, lines[:_MOST]), "…"] if len(lines) > _MOST else map(str, lines)
    listed = f"{', '.join(others)}{',' if last == '…' else ' and'} {last}"
    places = f"{len(lines)} maps, in lines {listed}" if others else f"one map, in line {last}"
    if number is not None:
        return f"{shown} has no map {number}: it holds {places}"
    remedy = f"name one, as in {path}#2" if split_name(f"{path}#2")[1] else "only a file may hold several"
    return f"{shown} holds {places}: {remedy}"


def _seen(text: str, fence: Fence, first: int) -> tuple[str, OffsetMap]:
    """Return the text of a block as its reader sees it, and where it comes from.

    It has empty lines before it, so that lines have their numbers, and is without what begins each line in the file.
    """
    begin = fence.lines[0].inner if fence.lines else fence.end
    around = [Edit(Span(0, begin), "\n" * (first - 1)), Edit(Span(fence.end, len(text)), "")]
    marks = (Edit(Span(line.start, line.inner), "") for line in fence.lines[1:] if line.start < line.inner)
    edits = [*around, *marks]
    return apply_edits(text, edits), OffsetMap.of(edits)


def _placed(finding: Finding, first: int, fence: Fence) -> Finding:
    """Return a finding with its place in the file; one that has none stands at the beginning of the block."""
    if finding.line < first:
        return evolve(finding, line=first, column=1, end_line=first, end_column=1)
    column, end_column = (
        column + sum(line.inner - line.start for line in fence.lines[number - first : number - first + 1])
        for number, column in ((finding.line, finding.column), (finding.end_line, finding.end_column))
    )
    return evolve(finding, column=column, end_column=end_column)


def _indented(text: str, prefix: str) -> str:
    bare = prefix.rstrip()
    return "".join((prefix if line.strip() else bare) + line for line in text.splitlines(keepends=True))


def _holds(text: str, blocks: list[str]) -> bool:
    """Tell whether the blocks that hold maps are these: a line of one may close its fence once it is moved."""
    return [fence.content(text) for _, fence in _page(text)[1]] == blocks


def _others(text: str) -> list[tuple[str, str]]:
    """Return the fences, with what stands in those that hold no map."""
    from argmap.formats._fences import fences

    maps = {fence.start for _, fence in _page(text)[1]}
    return [(fence.info, "" if fence.start in maps else fence.content(text)) for fence in fences(text)]


FORMAT = Format(
    title="Markdown with maps in fenced blocks",
    suffixes=(".md", ".markdown", ".qmd", ".rmd"),
    read=read,
    sniff=sniff,
    lay_out=lay_out,
    names=names,
)
