"""QBAF: JSON with ``{"arguments": {"a": 0.5}, "attacks": [["b", "a"]], "supports": []}``.

Each argument has its base score. In a pair, the first attacks or supports the second. What else the JSON holds says
nothing of strengths, and is left out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from argmap.errors import did_you_mean
from argmap.frameworks.strengths.files import Notation
from argmap.frameworks.strengths.files._drawing import Drawing, Word
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.text import Span

_MEANT = re.compile(r'\s*+\{(?=.*"arguments"\s*+:\s*+\{)(?!.*"nodes"\s*+:)', re.DOTALL)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}:,]|[^\s\[\]{}:,"]++')
_KNOWN = ("arguments", "attacks", "supports")
_PAIR = 'a pair of names is wanted, such as ["b", "a"]'
_WRONG = {
    "Expecting ',' delimiter": "a ',' is missing before this",
    "Expecting value": "a value is missing here",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing here",
    "Expecting ':' delimiter": "a ':' is missing here",
    "Extra data": "the JSON value ends above, but more follows",
    "Unterminated string starting at": "the text that begins here does not end",
    "Invalid control character at": "a text ends on its line: write \\n for a line end",
}

Tokens = list[Word]


def is_meant(text: str) -> bool:
    """Tell it by its arguments."""
    return _MEANT.match(text) is not None


def draw(drawing: Drawing) -> None:
    """Read the arguments, then the attacks and supports; broken JSON is one flaw, and nothing is read of it."""
    text = drawing.flaws.text
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(text.rstrip())
        told = "the text ends too early: a bracket is not closed" if is_cut else _WRONG.get(error.msg, error.msg)
        drawing.add(told, Span(error.pos, min(error.pos + 1, len(text))))
        return
    except RecursionError:
        drawing.add("this is nested too deep to be a graph", Span(0, 1))
        return
    tokens = [Word(found[0], Span(*found.span())) for found in _TOKEN.finditer(text)]
    if tokens[0].text != "{":
        drawing.add('an object is wanted here: {"arguments": {"a": 0.5}, "attacks": []}', tokens[0].span)
        return
    members = list(_members(tokens, 0))
    seen: set[str] = set()
    for key, start in members:
        name = _name(key)
        if name in seen and name in _KNOWN:
            drawing.add(f'"{name}" stands twice: write all of them under one', key.span, DUPLICATE_ID)
        seen.add(name)
        if name == "arguments":
            _arguments(drawing, tokens, start)
        elif name in {"attacks", "supports"}:
            _relations(drawing, tokens, start, name.removesuffix("s"))
        elif hint := did_you_mean(name, _KNOWN):
            drawing.add(f"there is no {name!r} here: {hint}", key.span, UNKNOWN_KEY)
        else:
            drawing.flaws.drop("what says nothing of arguments, attacks and supports is left out", key.span)
    if "arguments" not in {_name(key) for key, _ in members}:
        drawing.add('"arguments" is missing here, as in {"arguments": {"a": 0.5}}', tokens[0].span)


def _arguments(drawing: Drawing, tokens: Tokens, start: int) -> None:
    if tokens[start].text != "{":
        drawing.add('arguments are an object with their base scores: {"a": 0.5}', tokens[start].span)
        return
    for key, at in _members(tokens, start):
        drawing.argument(Word(_name(key), key.span), tokens[at])


def _relations(drawing: Drawing, tokens: Tokens, start: int, kind: str) -> None:
    if tokens[start].text != "[":
        drawing.add(f'{kind}s are a list of pairs: [["b", "a"]]', tokens[start].span)
        return
    for at in _items(tokens, start):
        ends = list(_items(tokens, at)) if tokens[at].text == "[" else []
        if len(ends) == 2 and all(tokens[end].text.startswith('"') for end in ends):
            source, target = (Word(_name(tokens[end]), tokens[end].span) for end in ends)
            drawing.relation(kind, source, target)
        else:
            drawing.add(f"{_PAIR}", Span(tokens[at].span.start, tokens[_after(tokens, at) - 1].span.end))


def _members(tokens: Tokens, start: int) -> Iterator[tuple[Word, int]]:
    """Go through an object: each key, and where its value begins."""
    at = start + 1
    while tokens[at].text != "}":
        yield tokens[at], at + 2
        at = _after(tokens, at + 2)
        at += tokens[at].text == ","


def _items(tokens: Tokens, start: int) -> Iterator[int]:
    """Go through a list: where each item begins."""
    at = start + 1
    while tokens[at].text != "]":
        yield at
        at = _after(tokens, at)
        at += tokens[at].text == ","


def _after(tokens: Tokens, at: int) -> int:
    """Return the place after a value."""
    depth = 0
    while True:
        depth += (tokens[at].text in "[{") - (tokens[at].text in "]}")
        at += 1
        if not depth:
            return at


def _name(token: Word) -> str:
    """Return what a text in JSON says; half a character in it is no character."""
    said: str = json.loads(token.text)
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


NOTATION = Notation("QBAF", (), is_meant, draw)
