r"""The characters that a YAML document may hold as they are, and those that no text can be saved with."""

from __future__ import annotations

import re

from argmap.flaws import Flaws
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_MOST = 20


_STRAY = "cannot stand in a document"
_HALVED = "half a character, which is left out"


def printable(flaws: Flaws) -> str:
    r"""Return the text being read, with U+FFFD for each character that YAML can hold only as an escape: a slip each.

    Example:
        >>> flaws = Flaws("title: A\x00B")
        >>> printable(flaws)
        'title: A\ufffdB'
        >>> flaws.found[0].message
        'the character U+0000 cannot stand in a document: delete it'
    """
    text = flaws.text
    if not _UNPRINTABLE.search(text):
        return text
    places = [match.start() for match in _UNPRINTABLE.finditer(text)]
    for count, place in enumerate(places[:_MOST], 1):
        more = f" (and {len(places) - _MOST:,} more after it)" if count == _MOST < len(places) else ""
        message = f"the character U+{ord(text[place]):04X} {_STRAY}: delete it{more}"
        flaws.add(SYNTAX, message, Span(place, place + 1))
    return _UNPRINTABLE.sub("\ufffd", text)


def unescaped(value: str, place: Span, flaws: Flaws) -> str:
    r"""Return a text that was written with escapes, without halves of a character (lone surrogates): a slip.

    Example:
        >>> flaws = Flaws(r'"A\ud800"')
        >>> unescaped("A\ud800", Span(0, 9), flaws)
        'A'
        >>> flaws.found[0].message
        'the text holds U+D800, half a character, which is left out: delete it'
    """
    match = _HALF.search(value)
    if match is None:
        return value
    message = f"the text holds U+{ord(match[0]):04X}, {_HALVED}: delete it"
    flaws.add(SYNTAX, message, place)
    return _HALF.sub("", value)


def is_stray(message: str) -> bool:
    """Tell whether a flaw is about a character alone, so that all around it was read."""
    return f" {_STRAY}: " in message or f", {_HALVED}: " in message


def is_whole(value: str) -> bool:
    """Tell whether a text can be saved: whether it holds no half of a character."""
    return value.isascii() or not _HALF.search(value)
