"""A line of YAML as its author sees it: indentation, dashes, a key, a value, and a remark after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from argmap.native.fields import KNOWN
from argmap.native.yaml.mending.draft import Draft

_DASHES = re.compile(r"[ ]*(?:-[ \t]+)*")
_KEY = re.compile(r"""(?P<key>[\w.$-]+|"[^"]*"|'[^']*')[ ]*:(?:[ \t]+|$)""")
_QUOTED = re.compile(r"""\"(?:[^\"\\]++|\\.)*+\"|'(?:[^']++|'')*+'""", re.DOTALL)
_REMARK = re.compile(r"[ \t]#(?:[ \t]+\D.*|[ \t]*|!.*)$", re.DOTALL)


@frozen
class Entry:
    """What a line says: ``key: value``, ``- value``, ``- key: value``, or a value alone.

    Attributes:
        column: Of the key, or of the last dash, or of the value.
        start: Column of the value.
        value: The value, without a comment.
        key: The key, if it has one.
        dashes: Whether it is an item of a list.
    """

    column: int
    start: int
    value: str
    key: str | None
    dashes: bool


def entry_of(line: str) -> Entry:
    """Take a line apart; an item has a key only where the key is a known one, for a text may hold ': ' too."""
    indent = len(line) - len(line.lstrip(" "))
    at = start = _DASHES.match(line).end()  # type: ignore[union-attr]
    column = max(indent, line.rfind("-", 0, at))
    match = _KEY.match(line, at)
    key = None
    if match and (at == indent or match["key"] in KNOWN):
        key, column, start = match["key"], at, match.end()
    return Entry(column, start, without_remark(line[start:]), key, at > indent)


def without_remark(value: str) -> str:
    """Return a value without the comment after it."""
    return _REMARK.sub("", value).rstrip()


def continued_lines(draft: Draft, number: int, column: int) -> list[int]:
    """Return the lines in which a text goes on: deeper than its key, up to one that begins with a known key."""
    lines = []
    for n in range(number + 1, len(draft)):
        if not draft.line(n).strip() or draft.indent(n) <= column or entry_of(draft.line(n)).key in KNOWN:
            break
        lines.append(n)
    return lines


def block(draft: Draft, number: int, indent: int) -> Iterator[int]:
    """Go through the lines below one that are indented deeper."""
    for n in range(number + 1, len(draft)):
        if draft.is_blank(n):
            continue
        if draft.indent(n) <= indent:
            return
        yield n


def end_of_quote(line: str, start: int = 0) -> int | None:
    """Return where what begins with a quotation mark closes it, or None where it does not, or begins otherwise."""
    match = _QUOTED.match(line, start)
    return match.end() if match else None


def opened_at(line: str, start: int, column: int) -> str:
    """Return the brackets that are open at a column of a line, where its value begins with one.

    Example:
        >>> opened_at("tags: [a, {b: c}]", 6, 13)
        '[{'
    """
    stack = ""
    for at, sign in signs(line, start) if line[start : start + 1] in ("[", "{") else ():
        if at >= column:
            break
        if sign in "[{":
            stack += sign
        elif sign in "]}":
            stack = stack[:-1]
    return stack


def signs(line: str, start: int) -> Iterator[tuple[int, str]]:
    """Go through brackets, commas and colons from a column, without those in quotes and comments."""
    at, fresh = start, True
    while at < len(line):
        char = line[at]
        if fresh and char in "\"'":
            at = end_of_quote(line, at) or len(line)
            fresh = False
            continue
        if char == "#" and line[at - 1 : at] in (" ", "\t"):
            return
        if char in "[]{}," or (char == ":" and line[at + 1 : at + 2] in ("", " ")):
            yield at, char
            fresh = True
        elif not char.isspace():
            fresh = False
        at += 1
