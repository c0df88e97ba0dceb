"""JSON whose items are annotations: its values, and where each of them stands."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import Any

from argmap.errors import ConvertError
from argmap.text import LineIndex, Span

_SPACE = re.compile(r"[ \t\n\r]*")
_DECODER = JSONDecoder(strict=False)

Located = tuple[Any, Span]
"""A value with its place."""


def read(text: str) -> tuple[Any, dict[str, list[Located]]]:
    """Read JSON, and tell where the items of its lists stand.

    Args:
        text: JSON.

    Returns:
        The value; and by the name of each member of its outermost object that is a list, the items of it, each with its
        place. A text that is a list itself has its items under the empty name.

    Raises:
        ConvertError: It is no JSON: the reason in a sentence, with line and column.

    Example:
        >>> read('{"rows": [1, {"a": 2}]}')
        ({'rows': [1, {'a': 2}]}, {'rows': [(1, Span(start=10, end=11)), ({'a': 2}, Span(start=13, end=21))]})
    """
    try:
        return _read(text)
    except JSONDecodeError as error:
        place = LineIndex(text).position(error.pos)
        raise ConvertError(f"this is not JSON: {error.msg} (line {place.line}, column {place.column})") from None
    except RecursionError:
        raise ConvertError("this JSON is nested too deep to be annotations") from None


def _read(text: str) -> tuple[Any, dict[str, list[Located]]]:
    at = _skip(text, 0)
    places: dict[str, list[Located]] = {}
    if text[at : at + 1] == "[":
        places[""], at = _list(text, at)
        value: Any = [item for item, _ in places[""]]
    elif text[at : at + 1] == "{":
        value, at = _object(text, at, places)
    else:
        value, at = _DECODER.raw_decode(text, at)
    if _skip(text, at) < len(text):
        raise JSONDecodeError("more follows after the value", text, _skip(text, at))
    return value, places


def _object(text: str, at: int, places: dict[str, list[Located]]) -> tuple[dict[str, Any], int]:
    value: dict[str, Any] = {}
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}" or value:
        if text[at : at + 1] != '"':
            raise JSONDecodeError("a name in double quotes is missing", text, at)
        name, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise JSONDecodeError("a ':' is missing", text, at)
        at = _skip(text, at + 1)
        if text[at : at + 1] == "[":
            places[name], at = _list(text, at)
            value[name] = [item for item, _ in places[name]]
        else:
            value[name], at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] == "}":
            break
        at = _comma(text, at, "}")
    return value, at + 1


def _list(text: str, at: int) -> tuple[list[Located], int]:
    items: list[Located] = []
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]" or items:
        start = at
        item, end = _DECODER.raw_decode(text, at)
        items.append((item, Span(start, end)))
        at = _skip(text, end)
        if text[at : at + 1] == "]":
            break
        at = _comma(text, at, "]")
    return items, at + 1


def _comma(text: str, at: int, closing: str) -> int:
    if text[at : at + 1] != ",":
        raise JSONDecodeError(f"a ',' or '{closing}' is missing", text, at)
    return _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]
