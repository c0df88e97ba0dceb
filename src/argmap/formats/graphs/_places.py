"""JSON with the places of what stands in its lists and tables, as fast as the standard library reads it (RFC 8259)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from json.decoder import JSONDecodeError, JSONDecoder, scanstring  # type: ignore[attr-defined]
from typing import Any, NamedTuple, TypeAlias

from attrs import define, field

from argmap.errors import ConvertError
from argmap.flaws import Flaws
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import Span
from argmap.wording import quoted

_DEEPEST = 200
_SPACE = re.compile(r"[ \t\n\r]*+")


class Item(NamedTuple):
    """An item of a list, or a member of a table.

    Attributes:
        value: What it is.
        start: Offset of its first code point.
        end: Offset after its last.
        key: Its key in a table; empty in a list.
    """

    value: Any
    start: int
    end: int
    key: str = ""

    @property
    def span(self) -> Span:
        """Return its place."""
        return Span(self.start, self.end)


Shape: TypeAlias = "Mapping[str, Shape] | None"
"""Which members of an object are read with places: those of a mapping in it, and, for None, all items or members."""


def parse(text: str, shape: Mapping[str, Shape], flaws: Flaws) -> tuple[dict[str, Any], dict[str, Span]]:
    """Read a JSON object; where it breaks off, what stands before is what there is, and a flaw says why.

    Args:
        text: The object.
        shape: Its members whose items are to have places.
        flaws: What is found.

    Returns:
        Its members: plain values, and lists of `Item` for those whose items have places; and the places of the members,
        and of those of objects in the shape, by their keys.

    Raises:
        ConvertError: The text does not begin with an object.

    Example:
        >>> found, places = parse('{"a": [{"b": 1}], "c": [2]}', {"a": None}, Flaws())
        >>> found, places["c"]
        ({'a': [Item(value={'b': 1}, start=7, end=15, key='')], 'c': [2]}, Span(start=18, end=26))
    """
    at = _SPACE.match(text).end()  # type: ignore[union-attr]
    if text[at : at + 1] != "{":
        raise ConvertError("this is not a JSON object, which begins with {")
    reader = _Reader(text, flaws)
    found: dict[str, Any] = {}
    try:
        reader.whole(at, shape, found)
    except JSONDecodeError as error:
        message, place = _slip(text, error)
        flaws.add(SYNTAX, f"{message}; nothing after this is read", Span(place, min(place + 1, len(text))))
    except RecursionError:
        at = reader.at
        flaws.add(SYNTAX, "what begins here is nested too deep: nothing after this is read", Span(at, at + 1))
    except ValueError:  # of the interpreter, for a number of thousands of digits
        at = reader.at
        flaws.add(
            SYNTAX, "what begins here has a number too long to read: nothing after this is read", Span(at, at + 1)
        )
    return found, reader.places


def _slip(text: str, error: JSONDecodeError) -> tuple[str, int]:
    """Say what is wrong in the words of the native reader, and where."""
    from argmap.native.json import tree

    told = Flaws(text)
    tree.parse(told)
    after = [flaw for flaw in told.found if flaw.span and flaw.span.start >= error.pos - 1]
    first = next(iter(after or told.found[-1:]), None)
    return (first.message, first.span.start) if first and first.span else (f"this is not JSON: {error.msg}", error.pos)


@define
class _Reader:
    """Goes through a text; remembers where it is, and which keys stand twice in the object it has just read."""

    text: str
    flaws: Flaws
    at: int = 0
    doubled: list[str] = field(factory=list)
    places: dict[str, Span] = field(factory=dict)
    scan: Any = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.scan = JSONDecoder(object_pairs_hook=self._pairs).scan_once  # type: ignore[attr-defined]

    def whole(self, at: int, shape: Mapping[str, Shape], found: dict[str, Any]) -> None:
        """Read the object that the text is."""
        at = self.skip(self.object(at, shape, found))
        if at < len(self.text):
            raise JSONDecodeError("Extra data", self.text, at)

    def skip(self, at: int) -> int:
        """Return where the next thing stands."""
        return _SPACE.match(self.text, at).end()  # type: ignore[union-attr]

    def object(self, at: int, shape: Mapping[str, Shape], found: dict[str, Any]) -> int:
        """Read the object at an offset into a dictionary, the members of a shape with places; return where it ends."""
        at = self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            start = at
            key, at = self._key(at)
            if key in found:
                self._tell_doubled(key, Span(start, at))
            inner = shape.get(key, "")
            opening = self.text[at : at + 1]
            if inner is None and opening in ("[", "{"):
                items: list[Item] = []
                found[key] = items
                at = self._items(at, items, has_keys=opening == "{")
            elif isinstance(inner, Mapping) and opening == "{":
                members: dict[str, Any] = {}
                found[key] = members
                at = self.object(at, inner, members)
            else:
                found[key], at = self._value(at)
            self.places[key] = Span(start, at)
            at = self._next(at, "}")
        return at + 1

    def _items(self, at: int, items: list[Item], *, has_keys: bool) -> int:
        closing = "}" if has_keys else "]"
        at = self.skip(at + 1)
        key = ""
        while self.text[at : at + 1] != closing:
            if has_keys:
                key, at = self._key(at)
            value, end = self._value(at)
            items.append(Item(value, at, end, key))
            at = self._next(end, closing)
        return at + 1

    def _key(self, at: int) -> tuple[str, int]:
        """Read a key and its colon; return it, and where its value stands."""
        if self.text[at : at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", self.text, at)
        key, end = scanstring(self.text, at + 1, True)
        end = self.skip(end)
        if self.text[end : end + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", self.text, end)
        return key, self.skip(end + 1)

    def _value(self, at: int) -> tuple[Any, int]:
        self.at = at
        try:
            value, end = self.scan(self.text, at)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", self.text, stop.value) from None
        if end - at > _DEEPEST and _is_deep(value):
            raise RecursionError
        for key in self.doubled:
            self._tell_doubled(key, Span(at, end))
        self.doubled.clear()
        return value, end

    def _next(self, at: int, closing: str) -> int:
        """Go on after a value: to the next, or to the end of what it stands in."""
        text = self.text
        if text[at : at + 1] <= " ":
            at = self.skip(at)
        if text[at : at + 1] == closing:
            return at
        if text[at : at + 1] != ",":
            raise JSONDecodeError("Expecting ',' delimiter", text, at)
        after = self.skip(at + 1)
        if text[after : after + 1] in ("", closing):
            raise JSONDecodeError("Illegal trailing comma", text, at)
        return after

    def _pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            self.doubled += [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
        return made

    def _tell_doubled(self, key: str, span: Span) -> None:
        self.flaws.add(DUPLICATE_ID, f"the key {quoted(key)} stands twice in one object: the last one counts", span)


def _is_deep(value: Any) -> bool:
    """Tell whether lists and objects stand in each other deeper than they can be written again."""
    level = [value]
    for _ in range(_DEEPEST):
        inner = [each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list)]
        level = [value for values in inner for value in values if isinstance(value, dict | list)]
        if not level:
            return False
    return True
