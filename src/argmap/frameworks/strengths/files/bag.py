"""Bag: the notation of the library Uncertainpy, ``arg(a, 0.5). att(b, a). sup(c, a).``, with or without the full stops.

``arg`` names an argument and its base score, ``att`` an attacker and what it attacks, ``sup`` a supporter and what it
supports. A line that begins with ``%`` or ``#`` is a comment. Arguments may be declared after they are named.
"""

from __future__ import annotations

import re

from argmap.errors import did_you_mean
from argmap.frameworks.strengths.files import Notation
from argmap.frameworks.strengths.files._drawing import Drawing, Word
from argmap.text import Span

_END = r"[^(),\r\n]*[^(),\s]"
_FACT = re.compile(
    r"(?P<gap>(?:\s|[%#][^\r\n]*+)++)"
    rf"|(?P<word>[^\W\d]\w*+)[ \t]*+\(\s*+(?P<first>{_END})\s*+,\s*+(?P<second>{_END})\s*+\)\s*+\.?"
    r"|(?P<rest>[^\r\n]++)"
)
_MEANT = re.compile(r"(?:\s|[%#][^\r\n]*+)*+(?:arg\s*+\([^(),\r\n]*+,|sup\s*+\()")
_KNOWN = ("arg", "att", "sup")


def is_meant(text: str) -> bool:
    """Tell it by what begins it: an argument with a base score, or a support."""
    return _MEANT.match(text) is not None


def draw(drawing: Drawing) -> None:
    """Read fact by fact; what is none is a flaw up to the end of its line."""
    for found in _FACT.finditer(drawing.flaws.text):
        if found["gap"]:
            continue
        if found["rest"]:
            _tell(drawing, found["rest"].rstrip(), found.start())
            continue
        first, second = (Word(found[group], Span(*found.span(group))) for group in ("first", "second"))
        match found["word"]:
            case "arg":
                drawing.argument(first, second)
            case "att":
                drawing.relation("attack", first, second)
            case "sup":
                drawing.relation("support", first, second)
            case word:
                hint = did_you_mean(word, _KNOWN) or "there are arg, att and sup"
                drawing.add(f"there is no {word}(…): {hint}", Span(*found.span("word")))


def _tell(drawing: Drawing, rest: str, start: int) -> None:
    """Say what is wrong with a line."""
    span = Span(start, start + len(rest))
    if re.match(r"arg\s*\([^(),]*\)", rest):
        drawing.add("a base score is missing here, as in arg(a, 0.5)", span)
    else:
        shown = rest if len(rest) <= 40 else f"{rest[:40]}…"
        drawing.add(f"{shown!r} is no fact: write arg(a, 0.5), att(a, b) or sup(a, b)", span)


NOTATION = Notation("BAG", (".bag",), is_meant, draw)
