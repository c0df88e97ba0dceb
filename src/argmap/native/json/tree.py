"""JSON to the same tree as YAML, with places, in one pass and without recursion (RFC 8259)."""

from __future__ import annotations

import re
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]
from typing import Any, NoReturn

from argmap.flaws import Flaws
from argmap.native.characters import unescaped
from argmap.native.tree import MAX_DEPTH, TOO_DEEP, Mapping, Node, Scalar, Sequence
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span

WORD = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?|true|false|null"
"""A number, a truth value or null."""

_S = r"[ \t\n\r]*+"
_TEXT = r'[^"\\\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]*+'
_VALUE = rf'(?:"({_TEXT})"{_S}|({WORD}){_S}(?=[,\]}}])|(?=[\[{{]))(,)?'
_ITEM = re.compile(rf"{_S}(){_VALUE}")  # without a key
_PAIR = re.compile(rf'{_S}"({_TEXT})"{_S}:{_S}{_VALUE}')
_SPACE = re.compile(_S)
_WORD = re.compile(WORD)
_BAD_WORD = re.compile(r"[^\s,:\[\]{}\"]+")
_TOO_EARLY = "the text ends too early: a bracket is not closed"
_END = Scalar(None, -1, -1)
"""Stands for the entry that is not there, where a collection closes."""


class _BrokenError(Exception):
    """The text is not JSON; a slip was noted."""


def parse(flaws: Flaws) -> Node | None:
    """Read a text as JSON; numbers and truth values become text, null becomes a scalar without value.

    A comma too many or too few is a slip and is read over; any other slip ends the reading.

    Args:
        flaws: The text, without a byte order mark, and the flaws found in it.

    Returns:
        The tree, or None when the text is empty or no JSON.
    """
    if _SPACE.fullmatch(flaws.text):
        return None
    try:
        return _parse(flaws.text, flaws)
    except _BrokenError:
        return None


def _parse(text: str, flaws: Flaws) -> Node:
    """Build the tree with a stack of its own; an entry written as usual is read by one match."""
    new = tuple.__new__  # quicker than Scalar(...), and called a million times
    items: list[Any] = []  # of the innermost open collection
    closing, start, at = "", 0, 0
    key: Scalar | None = None
    node: Node | None
    outer: list[tuple[list[Any], str, int, Scalar | None]] = []  # items, closing, start and key of those around it
    while True:
        match = _PAIR.match(text, at) if closing == "}" else _ITEM.match(text, at) if closing else None
        if match is None:
            at, key, node = _entry(text, at, closing, flaws, follows=bool(items))
        else:
            (_, at), (first, last), (left, right), (word, end), _ = match.regs
            key = new(Scalar, (text[first:last], first - 1, last + 1, '"')) if closing == "}" else None
            plain = new(Scalar, (text[left:right], left - 1, right + 1, '"')) if left >= 0 else None
            node = plain or (_word(text[word:end], word) if word >= 0 else None)
        if node is None:
            if len(outer) == MAX_DEPTH:
                _fail(at, TOO_DEEP, flaws)
            outer.append((items, closing, start, key))
            items, closing, start, at = [], "}" if text[at] == "{" else "]", at, at + 1
            continue
        while True:
            if node is not _END:
                items.append((key, node) if closing == "}" else node)
                if text[at - 1] == ",":
                    break
                at = _skip(text, at)
            if not outer:
                return _whole(text, at, node, flaws)
            if text[at : at + 1] != closing:
                at = _comma(text, at, closing, flaws)
                break
            at += 1
            whole = (items, start, at, True)
            node = new(Mapping, whole) if closing == "}" else new(Sequence, whole)
            items, closing, start, key = outer.pop()


def _entry(
    text: str, at: int, closing: str, flaws: Flaws, *, follows: bool
) -> tuple[int, Scalar | None, Scalar | None]:
    """Read key and value with care; return where to go on, the key, and the value, where it is not a collection."""
    at = _skip(text, at)
    if closing and text[at : at + 1] == closing:
        if follows:
            comma = text.rindex(",", 0, at)
            flaws.add(SYNTAX, f"a comma too many: delete it, for {closing} follows", Span(comma, comma + 1))
        return at, None, _END
    key = None
    if closing == "}":
        key, at = _key(text, at, flaws)
    if text[at : at + 1] in ("{", "["):
        return at, key, None
    leaf, at = _leaf(text, at, flaws)
    return at, key, leaf


def _comma(text: str, at: int, closing: str, flaws: Flaws) -> int:
    """Read the comma between two entries; one that is missing is a slip and is read over."""
    char = text[at : at + 1]
    if char == ",":
        return at + 1
    if char not in ('"', "{", "[") and not _WORD.match(text, at):
        _fail(at, f"a ',' or '{closing}' is missing here" if char else _TOO_EARLY, flaws)
    flaws.add(SYNTAX, "a ',' is missing before this", Span(at, at + 1))
    return at


def _whole(text: str, at: int, node: Node, flaws: Flaws) -> Node:
    if at < len(text):
        _fail(at, "the JSON value ends above, but more follows", flaws)
    return node


def _skip(text: str, at: int) -> int:
    if text[at : at + 1] > " ":
        return at
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _key(text: str, at: int, flaws: Flaws) -> tuple[Scalar, int]:
    if text[at : at + 1] != '"':
        _fail(at, 'a key in double quotes is missing here, as in "claim": "…"', flaws)
    key, at = _string(text, at, flaws)
    at = _skip(text, at)
    if text[at : at + 1] != ":":
        _fail(at, f"a ':' is missing after the key {key.value!r}", flaws)
    return key, _skip(text, at + 1)


def _leaf(text: str, at: int, flaws: Flaws) -> tuple[Scalar, int]:
    if text[at : at + 1] == '"':
        return _string(text, at, flaws)
    bad = _BAD_WORD.match(text, at)
    if bad is None:
        _fail(at, "a value is missing here" if at < len(text) else _TOO_EARLY, flaws)
    word = _WORD.fullmatch(bad[0])
    if word is None:
        _fail(at, f"{bad[0][:30]!r} is not a JSON value: put a text in double quotes", flaws)
    return _word(word[0], at), bad.end()


def _word(word: str, at: int) -> Scalar:
    return Scalar(None if word == "null" else word, at, at + len(word))


def _string(text: str, at: int, flaws: Flaws) -> tuple[Scalar, int]:
    try:
        value, end = scanstring(text, at + 1, True)
    except JSONDecodeError as error:
        if error.msg.startswith("Invalid control character") and text[error.pos] == "\t":
            _fail(error.pos, r"a tab cannot stand in a JSON text: write \t", flaws)
        if error.msg.startswith(("Unterminated", "Invalid control character")):
            message = r"the text that begins here does not end on its line: close it, or write \n for a line end"
            _fail(at, message, flaws)
        _fail(error.pos, r"in JSON a backslash begins an escape: write \\ for a backslash", flaws)
    return Scalar(unescaped(value, Span(at, end), flaws), at, end, '"'), end


def _fail(at: int, message: str, flaws: Flaws) -> NoReturn:
    flaws.add(SYNTAX, message, Span(at, min(at + 1, len(flaws.text))))
    raise _BrokenError
