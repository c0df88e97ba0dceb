"""Mending YAML: name the common slips for what they are, and repair them so that reading can go on."""

from __future__ import annotations

import re
from typing import Any

from attrs import frozen

from argmap.text import LineIndex, Span

_ENTRY = re.compile(r"""^(?P<head>\s*(?:-\s+)*(?:[^\s:#'"\[\]{},][^:#]*?:[ \t]+|-\s+))(?P<value>\S.*?)[ \t]*$""")
_CONTINUES = ("mapping values are not allowed", "block sequence entries are not allowed")
_NAMED = {"`": "a backtick", "-": "'- '"}


@frozen
class Mended:
    """A slip named, and the text without it.

    Attributes:
        message: What is wrong and what to write instead.
        span: Where, in the text as it was.
        text: The repaired text, with the same lines; None where there is no safe repair.
    """

    message: str
    span: Span
    text: str | None


def quoted(value: str) -> str:
    r"""Put a text into the quotation marks that need the least escaping.

    Example:
        >>> quoted("costs: too high")
        '"costs: too high"'
        >>> quoted('he said "no": twice')
        '\'he said "no": twice\''
    """
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@frozen
class _Trouble:
    """A YAML error, taken apart: the text, and where and why the parser stopped."""

    text: str
    lines: LineIndex
    number: int
    column: int
    problem: str
    context: str
    opened: tuple[int, int] | None

    @property
    def line(self) -> str:
        return self.lines.line(self.number)

    def line_span(self, number: int) -> Span:
        line = self.lines.line(number)
        start = self.lines.start(number)
        return Span(start + len(line) - len(line.lstrip()), start + len(line))

    def with_line(self, number: int, new: str) -> str:
        start = self.lines.start(number)
        return self.text[:start] + new + self.text[start + len(self.lines.line(number)) :]


def mend(text: str, error: Any) -> Mended:
    """Say what a YAML error means for the author, and repair it where that is safe.

    Args:
        text: What was read.
        error: The `yaml.MarkedYAMLError` that it gave.

    Returns:
        The slip, and the text to read on with.
    """
    lines = LineIndex(text)
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    trouble = _Trouble(
        text,
        lines,
        min(mark.line + 1, len(lines)),
        mark.column,
        error.problem or "",
        error.context or "",
        (opened.line + 1, opened.column) if opened else None,
    )
    for repair in (_tab, _open_quote, _escape, _needs_quotes, _continued_text, _stray_line):
        mended = repair(trouble)
        if mended is not None:
            return mended
    return _unmended(trouble)


def _tab(at: _Trouble) -> Mended | None:
    """A tab where YAML wants spaces."""
    for number in (at.number, at.number + 1):
        line = at.lines.line(number) if number <= len(at.lines) else ""
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            start = at.lines.start(number)
            new = at.with_line(number, indent.replace("\t", "  ") + line.lstrip())
            return Mended("a tab cannot indent YAML: use spaces", Span(start, start + len(indent)), new)
    return None


def _open_quote(at: _Trouble) -> Mended | None:
    """A quotation mark that is never closed."""
    if "quoted scalar" not in at.context or "end of" not in at.problem or at.opened is None:
        return None
    number, column = at.opened
    line = at.lines.line(number)
    place = Span(at.lines.start(number) + column, at.lines.start(number) + len(line))
    mark = line[column : column + 1]
    closed = line.rstrip() + mark
    message = f"the quotation mark {mark} opened here is not closed: write {closed.strip()}"
    return Mended(message, place, at.with_line(number, closed))


def _escape(at: _Trouble) -> Mended | None:
    """A backslash in double quotes that begins no escape."""
    if "escape" not in at.problem:
        return None
    start = at.lines.start(at.number)
    back = at.text.rfind("\\", start, start + at.column + 1)
    if back < 0:
        return None
    message = "in double quotes a backslash begins an escape: double it, or use single quotes"
    return Mended(message, Span(back, back + 2), at.text[:back] + "\\" + at.text[back:])


def _needs_quotes(at: _Trouble) -> Mended | None:
    """A text that YAML takes for something else: it holds ``: ``, or begins with a special character."""
    entry = _ENTRY.match(at.line)
    if entry is None or at.column < entry.start("value") or "flow" in at.context:
        return None
    value, head = entry["value"], entry["head"]
    if value[0] in "[{|>":
        return None
    inner = value
    if value[0] in "\"'":
        inner = value[1:-1] if value[-1] == value[0] else value
        reason = (
            "the text goes on behind its quotation mark" if inner is value else "the text holds its own quotation mark"
        )
    elif "mapping values" in at.problem:
        reason = "the text holds ': '"
    else:
        reason = f"the text begins with {_NAMED.get(value[0], value[0])}"
    fixed = quoted(inner)
    start = at.lines.start(at.number) + entry.start("value")
    message = f"{reason}, so it needs quotes: write {head.strip()} {fixed}"
    return Mended(message, Span(start, start + len(value)), at.with_line(at.number, head + fixed))


def _continued_text(at: _Trouble) -> Mended | None:
    """A second line of a text that holds ``: ``, or a key that is indented too deep."""
    if not at.problem.startswith(_CONTINUES) or not at.line:
        return None
    column = min(at.column, len(at.line) - 1)
    message = (
        f"this line goes on with the text above, and {at.line.strip()[:30]!r} holds ': '; if it is a key of its own, "
        "line it up with its neighbours; if it is text, put '>-' behind the key and the text on lines of its own"
    )
    new = at.with_line(at.number, at.line[:column] + ";" + at.line[column + 1 :])
    return Mended(message, at.line_span(at.number), new)


def _stray_line(at: _Trouble) -> Mended | None:
    """A line that is neither ``key: value`` nor ``- item``."""
    if "could not find expected ':'" not in at.problem or at.opened is None:
        return None
    number = at.opened[0]
    line = at.lines.line(number)
    message = f"{line.strip()[:40]!r} is neither 'key: value' nor '- item'; a text that goes on must be indented deeper"
    return Mended(message, at.line_span(number), at.with_line(number, "#" + line[1:]))


def _unmended(at: _Trouble) -> Mended:
    start = at.lines.start(at.number) + min(at.column, len(at.line))
    if "flow" in at.context and at.opened:
        what = "bracket [" if "sequence" in at.context else "brace {"
        message = f"the {what} opened in line {at.opened[0]} is not closed here, or a text inside it needs quotes"
    elif "expected key" in at.problem or "expected '-'" in at.problem:
        message = "this line does not line up with the entries above: check its indentation"
    else:
        message = f"this is not YAML: {at.problem}"
    return Mended(message, Span(start, start + 1), None)
