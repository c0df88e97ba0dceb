"""Markdown: each fenced block ```` ```argdown ```` or ```` ```argmap ```` is a map of its own.

A block is read by its own format, and everything found in it stands at its line and column in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from attrs import evolve, frozen

from argmap import formats, registry
from argmap.errors import ConvertError
from argmap.formats._base import Format
from argmap.formats._fences import Fence, fences
from argmap.model.document import ArgumentMap
from argmap.model.findings import Finding
from argmap.model.origin import Block, split_name
from argmap.model.places import moved
from argmap.text import LineIndex, Span

FORMATS = {
    "argdown": "argdown",
    "argdown-map": "argdown",
    "argmap": "yaml",
    "argmap-yaml": "yaml",
    "argmap-json": "json",
}
"""The formats of the blocks, by the first word behind the fence."""

_MOST = 12
_LANGUAGE = re.compile(r"\{?[ \t]*\.?([a-z-]+)(?![^\s{}])", re.IGNORECASE)


@frozen
class _Seen:
    """The text of a block as its reader sees it: empty lines before it, and without what begins each line in the file.

    Attributes:
        text: The text; it ends with the block.
        starts: Offsets in it at which lines of the block begin; the first is 0.
        lost: For each, how many characters of the file were left out up to there.
        widths: How many of them in the line itself, by number of line.
    """

    text: str
    starts: list[int]
    lost: list[int]
    widths: dict[int, int]

    def place(self, span: Span) -> Span:
        """Give the place in the file."""
        start = self._offset(span.start)
        return Span(start, self._offset(span.end - 1) + 1 if span.end > span.start else start)

    def _offset(self, offset: int) -> int:
        return offset + self.lost[bisect_right(self.starts, offset) - 1]


def names(text: str, file: str) -> list[str]:
    r"""Give the names of the maps in a text: the file where it holds one, else the file with numbers.

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
    seen = _seen(text, fence, first)
    m: ArgumentMap = registry.load(formats, name).FORMAT.read(seen.text, path)
    if m.origin is None:
        return m
    block = Block(number, first, max(first, lines.position(fence.end).line))
    findings = tuple(_placed(finding, first, seen.widths) for finding in m.origin.findings)
    ignores = tuple(evolve(ignore, span=seen.place(ignore.span)) for ignore in m.origin.ignores)
    origin = evolve(m.origin, lines=lines, ignores=ignores, findings=findings, block=block)
    return evolve(moved(m, seen.place), origin=origin)


def lay_out(text: str) -> str | None:
    """Put each block into the layout of its format, and leave the rest to the letter; None for a syntax error.

    Raises:
        ConvertError: A block holds no map.
    """
    parts: list[str] = []
    blocks: list[str] = []
    last = 0
    lines, fences = _page(text)
    for name, fence in fences:
        content = fence.content(text)
        try:
            laid = registry.load(formats, name).FORMAT.lay_out(content) if content.strip() else content
        except ConvertError as error:
            raise ConvertError(f"in the block at line {lines.position(fence.start).line}, {error}") from None
        if laid is None:
            return None
        if "\r\n" in content and "\r" not in laid:
            laid = laid.replace("\n", "\r\n")
        blocks.append(laid)
        if content.strip():
            parts += (text[last : fence.lines[0].start], _indented(laid, fence.prefix(text)))
            last = fence.lines[-1].end
    laid_out = "".join([*parts, text[last:]])
    return laid_out if _holds(laid_out, blocks) and _others(laid_out) == _others(text) else text


@lru_cache(maxsize=1)
def _page(text: str) -> tuple[LineIndex, list[tuple[str, Fence]]]:
    """Give the lines of a text, and its fences that hold maps, each with the name of its format."""
    found = []
    for fence in fences(text):
        language = _LANGUAGE.match(fence.info)
        name = FORMATS.get(language[1].lower()) if language else None
        if name:
            found.append((name, fence))
    return LineIndex(text), found


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


def _seen(text: str, fence: Fence, first: int) -> _Seen:
    length = first - 1
    left_out = (fence.lines[0].start if fence.lines else fence.end) - length
    parts, starts, lost = ["\n" * length], [0], [left_out]
    for line in fence.lines:
        left_out += line.inner - line.start
        starts.append(length)
        lost.append(left_out)
        parts.append(text[line.inner : line.end])
        length += line.end - line.inner
    widths = {number: line.inner - line.start for number, line in enumerate(fence.lines, first)}
    return _Seen("".join(parts), starts, lost, widths)


def _placed(finding: Finding, first: int, widths: dict[int, int]) -> Finding:
    """Give a finding at its place in the file; one that has none stands at the beginning of the block."""
    if finding.line < first:
        return evolve(finding, line=first, column=1, end_line=first, end_column=1)
    column = finding.column + widths.get(finding.line, 0)
    return evolve(finding, column=column, end_column=finding.end_column + widths.get(finding.end_line, 0))


def _indented(text: str, prefix: str) -> str:
    bare = prefix.rstrip()
    return "".join((prefix if line.strip() else bare) + line for line in text.splitlines(keepends=True))


def _holds(text: str, blocks: list[str]) -> bool:
    """Tell whether the blocks that hold maps are these: a line of one may close its fence once it is moved."""
    return [fence.content(text) for _, fence in _page(text)[1]] == blocks


def _others(text: str) -> list[tuple[str, str]]:
    """Give the fences, with what stands in those that hold no map."""
    maps = {fence.start for _, fence in _page(text)[1]}
    return [(fence.info, "" if fence.start in maps else fence.content(text)) for fence in fences(text)]


FORMAT = Format(
    title="Markdown with maps in fenced blocks",
    suffixes=(".md", ".markdown"),
    read=read,
    lay_out=lay_out,
    names=names,
)
