"""JSON to the same tree as YAML, with places, in one pass and without recursion (RFC 8259)."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any, NoReturn

from argmap.formats._native.slips import SYNTAX, Slips
from argmap.formats._native.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence
from argmap.text import Span

_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")
_BAD_WORD = re.compile(r"[^\s,:\[\]{}\"]+")


class _Broken(Exception):  # noqa: N818  (a way out of the loop below, not an error of argmap)
    """The text is no JSON; a slip was noted."""


def parse(text: str, slips: Slips) -> Node | None:
    """Read a text as JSON; numbers and truth values become text, null becomes a scalar without value.

    Args:
        text: The file's text, without a byte order mark.
        slips: Where slips are noted: the first place that is no JSON, and every key that stands twice.

    Returns:
        The tree, or None when the text is no JSON.
    """
    try:
        return _parse(text, slips)
    except _Broken:
        return None


def _parse(text: str, slips: Slips) -> Node:
    stack: list[tuple[str, list[Any], int, Scalar | None]] = []
    key: Scalar | None = None
    at = _skip(text, 0)
    while True:
        char = text[at : at + 1]
        if char in "{[" and char:
            if len(stack) == MAX_DEPTH:
                _fail(at, f"nested deeper than {MAX_DEPTH} levels: give inner statements a node of their own", slips)
            closing = "}" if char == "{" else "]"
            stack.append((closing, [], at, key))
            at = _skip(text, at + 1)
            if text[at : at + 1] != closing:
                key, at = _key(text, at, slips) if char == "{" else (None, at)
                continue
            at, node, key = _close(stack, at)
        else:
            node, at = _leaf(text, at, slips)
        while stack:
            closing, items, _, _ = stack[-1]
            items.append((key, node) if closing == "}" else node)
            at = _skip(text, at)
            char = text[at : at + 1]
            if char == ",":
                at = _skip(text, at + 1)
                key, at = _key(text, at, slips) if closing == "}" else (None, at)
                break
            if char != closing:
                _fail(at, f"a ',' or '{closing}' is missing here", slips)
            at, node, key = _close(stack, at)
        else:
            at = _skip(text, at)
            if at < len(text):
                _fail(at, "the JSON value ends here, but more follows", slips)
            return node


def _close(stack: list[tuple[str, list[Any], int, Scalar | None]], at: int) -> tuple[int, Node, Scalar | None]:
    closing, items, start, key = stack.pop()
    make = Mapping if closing == "}" else Sequence
    return at + 1, make(items, start, at + 1, True), key


def _skip(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _key(text: str, at: int, slips: Slips) -> tuple[Scalar, int]:
    if text[at : at + 1] != '"':
        _fail(
            at,
            'a key in double quotes is missing here, as in "claim": "…" (no comma may stand before a closing })',
            slips,
        )
    key, at = _string(text, at, slips)
    at = _skip(text, at)
    if text[at : at + 1] != ":":
        _fail(at, f"a ':' is missing behind the key {key.value!r}", slips)
    return key, _skip(text, at + 1)


def _leaf(text: str, at: int, slips: Slips) -> tuple[Scalar, int]:
    if text[at : at + 1] == '"':
        return _string(text, at, slips)
    word = _WORD.match(text, at)
    if word is None:
        bad = _BAD_WORD.match(text, at)
        if bad is None:
            _fail(
                at,
                "a value is missing here" if at < len(text) else "the text ends too early: a bracket is not closed",
                slips,
            )
        _fail(at, f"{bad[0][:30]!r} is no JSON value: put a text in double quotes", slips)
    value = None if word[0] == "null" else word[0]
    return Scalar(value, at, word.end()), word.end()


def _string(text: str, at: int, slips: Slips) -> tuple[Scalar, int]:
    try:
        value, end = scanstring(text, at + 1, True)
    except JSONDecodeError as error:
        if error.msg.startswith("Unterminated"):
            _fail(at, "the double quotation mark opened here is not closed", slips)
        if error.msg.startswith("Invalid control character"):
            _fail(error.pos, "a text in JSON stands on one line: write \\n for a line end, \\t for a tab", slips)
        _fail(error.pos, "in JSON a backslash begins an escape: write \\\\ for a backslash", slips)
    return Scalar(value, at, end, '"'), end


def _fail(at: int, message: str, slips: Slips) -> NoReturn:
    slips.add(SYNTAX, message, Span(at, at + 1))
    raise _Broken
