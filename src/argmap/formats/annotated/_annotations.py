"""Annotations of the W3C Web Annotation Data Model (Recommendation, 23 February 2017), read and checked.

What the model says an annotation *must* have is demanded; what it leaves open is let pass. An annotation that breaks a
demand is read all the same, as far as it can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import define, field, frozen

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\Z")
_ONE_VALUE = ("FragmentSelector", "CssSelector", "XPathSelector")
_NUMBERS = ("TextPositionSelector", "DataPositionSelector")
_SETS = ("Choice", "Composite", "List", "Independents")
_DIRECTIONS = ("ltr", "rtl", "auto")
_AGENTS = ("creator", "generator", "audience", "rights", "canonical", "via")
_TIMES = ("created", "modified", "generated")
_DEEPEST = 50


@frozen
class Body:
    """A body of an annotation.

    Attributes:
        value: Its text; None where it is no text.
        id: Its IRI, if it has one.
        purpose: Why it is there, such as ``tagging``; empty where that is not said.
        is_html: Whether the text is HTML.
        is_choice: Whether it is but one of several to choose from, and not the first.
    """

    value: str | None
    id: str | None = None
    purpose: str = ""
    is_html: bool = False
    is_choice: bool = False


@frozen
class Target:
    """What an annotation is about.

    Attributes:
        source: Its address; of a plain one without its fragment.
        selectors: How the part of it is selected that is meant, with what refines a selector after it; none for all.
    """

    source: str
    selectors: tuple[dict[str, Any], ...] = ()


@frozen
class Annotation:
    """An annotation.

    Attributes:
        id: Its IRI, if it has one.
        motivation: Such as ``commenting``; empty where none is given.
        bodies: In order, those of choices and other sets included.
        targets: In order, those of sets included.
    """

    id: str | None
    motivation: str
    bodies: tuple[Body, ...]
    targets: tuple[Target, ...]


@define
class Reader:
    """Reads one annotation, and notes which demands of the model it breaks.

    Attributes:
        flaws: A sentence for each.

    Example:
        >>> reader = Reader()
        >>> found = reader.annotation({"id": "urn:a", "type": "Annotation", "bodyValue": "Dry.", "target": "urn:w#x"})
        >>> found.bodies[0].value, found.targets[0].source, reader.flaws
        ('Dry.', 'urn:w', [])
    """

    flaws: list[str] = field(factory=list)

    def annotation(self, item: object) -> Annotation | None:
        """Read an annotation; None where there is nothing to read."""
        if not isinstance(item, dict):
            self.flaws.append("an annotation is a JSON object")
            return None
        if "Annotation" not in strings(item.get("type")):
            self.flaws.append("the 'type' of an annotation must hold Annotation")
        if not isinstance(item.get("id", ""), str):
            self.flaws.append("an annotation has one 'id', which is an IRI")
        self._life_cycle(item)
        targets = tuple(self._targets(item.get("target")))
        if not listed(item.get("target")):
            self.flaws.append("an annotation must have a 'target'")
        value = item.get("bodyValue")
        if "bodyValue" in item and ("body" in item or not isinstance(value, str)):
            self.flaws.append("'bodyValue' is one text, and stands instead of 'body'")
        bodies = [Body(value)] if isinstance(value, str) else []
        bodies += self._bodies(item.get("body"))
        name = item.get("id")
        motivation = next(iter(strings(item.get("motivation"))), "")
        return Annotation(name if isinstance(name, str) else None, motivation, tuple(bodies), targets)

    def _life_cycle(self, item: dict[str, Any]) -> None:
        for name in _TIMES:
            if name in item and not (isinstance(item[name], str) and _UTC.match(item[name])):
                self.flaws.append(f"{name!r} must be one date and time in UTC, such as 2015-10-13T13:00:00Z")
        for name in _AGENTS:
            if not all(isinstance(value, str | dict) for value in listed(item.get(name))):
                self.flaws.append(f"{name!r} must be an IRI or an object")

    def _bodies(self, body: object) -> Iterator[Body]:
        for each, is_choice in self._members(body, "a body"):
            if isinstance(each, str):
                yield Body(None, each, is_choice=is_choice)
                continue
            value = each.get("value")
            if is_a(each, "TextualBody") and not isinstance(value, str):
                self.flaws.append("a TextualBody must have one 'value', which is a text")
            address, _ = self._resource(each)
            is_html = "text/html" in strings(each.get("format"))
            purpose = next(iter(strings(each.get("purpose"))), "")
            yield Body(value if isinstance(value, str) else None, address or None, purpose, is_html, is_choice)

    def _targets(self, target: object) -> Iterator[Target]:
        for each, is_choice in self._members(target, "a target"):
            if is_choice:
                continue
            if isinstance(each, str):
                source, _, part = each.partition("#")
                yield Target(source, ({"type": "FragmentSelector", "value": part},) if part else ())
            else:
                address, selectors = self._resource(each)
                yield Target(address, tuple(selectors))

    def _members(self, value: object, what: str) -> Iterator[tuple[str | dict[str, Any], bool]]:
        """Go through what is given, sets included, without recursion; tell what is another choice than the first."""
        todo = [(each, False, 0) for each in reversed(listed(value))]
        while todo:
            each, is_choice, depth = todo.pop()
            if not isinstance(each, str | dict):
                self.flaws.append(f"{what} must be an IRI or a JSON object")
            elif isinstance(each, str) or "items" not in each:
                yield each, is_choice
            elif depth == _DEEPEST:
                self.flaws.append(f"the parts of {what} are nested too deep")
            else:
                items = listed(each["items"])
                kinds = [kind for kind in _SETS if is_a(each, kind)]
                if len(kinds) != 1:
                    self.flaws.append(f"the 'type' of {what} with 'items' must be one of {', '.join(_SETS)}")
                if not items:
                    self.flaws.append(f"{what} that is a set must have 'items'")
                others = [
                    (item, is_choice or (kinds == ["Choice"] and n > 0), depth + 1) for n, item in enumerate(items)
                ]
                todo += reversed(others)

    def _resource(self, item: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
        """Read a resource, or a part of one; return its address and its selectors."""
        for name in ("format", "language"):
            if not all(isinstance(value, str) for value in listed(item.get(name))):
                self.flaws.append(f"{name!r} must be a text")
        direction = item.get("textDirection", "auto")
        if not isinstance(direction, str) or direction not in _DIRECTIONS:
            self.flaws.append(f"'textDirection' must be one of {', '.join(_DIRECTIONS)}")
        own = item.get("id") if isinstance(item.get("id"), str) else ""
        if not (is_a(item, "SpecificResource") or "source" in item or "selector" in item):
            return str(own or ""), []
        sources = listed(item.get("source"))
        if len(sources) != 1:
            self.flaws.append("a SpecificResource must have one 'source'")
        source = sources[0] if sources else ""
        address = source.get("id", "") if isinstance(source, dict) else source
        self._states(item.get("state"))
        selectors = [each for each in listed(item.get("selector")) if not isinstance(each, str)]
        return (address if isinstance(address, str) else ""), list(self._selectors(selectors))

    def _states(self, state: object) -> None:
        todo = [each for each in listed(state) if isinstance(each, dict)]
        while todo:
            each = todo.pop()
            if is_a(each, "TimeState") and not {"sourceDate", "sourceDateStart"} & each.keys():
                self.flaws.append("a TimeState must say which time, as 'sourceDate' or 'sourceDateStart'")
            todo += [refined for refined in listed(each.get("refinedBy")) if isinstance(refined, dict)]

    def _selectors(self, selectors: Iterable[object]) -> Iterator[dict[str, Any]]:
        """Check selectors, and return them with those that refine them."""
        todo = list(selectors)[::-1]
        while todo:
            selector = todo.pop()
            if not isinstance(selector, dict):
                self.flaws.append("a selector must be a JSON object")
                continue
            self._check(selector)
            yield selector
            todo += [each for each in listed(selector.get("refinedBy")) if not isinstance(each, str)]

    def _check(self, selector: dict[str, Any]) -> None:
        self.flaws += _flaws_of(selector)
        if is_a(selector, "RangeSelector"):
            for end in ("startSelector", "endSelector"):
                if isinstance(selector.get(end), dict):
                    self.flaws += _flaws_of(selector[end])
                else:
                    self.flaws.append(f"the {end!r} of a RangeSelector must be a JSON object")


def _flaws_of(selector: dict[str, Any]) -> Iterator[str]:
    for name in _ONE_VALUE:
        if is_a(selector, name) and not isinstance(selector.get("value"), str):
            yield f"a {name} must have one 'value', which is a text"
    for name in _NUMBERS:
        if is_a(selector, name) and not all(_is_offset(selector.get(end)) for end in ("start", "end")):
            yield f"a {name} must have 'start' and 'end', which are numbers from 0"
    if is_a(selector, "TextQuoteSelector"):
        if not isinstance(selector.get("exact"), str):
            yield "a TextQuoteSelector must have one 'exact', which is a text"
        if not all(isinstance(selector.get(name, ""), str) for name in ("prefix", "suffix")):
            yield "'prefix' and 'suffix' of a TextQuoteSelector are one text each"


def _is_offset(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_a(item: dict[str, Any], name: str) -> bool:
    """Tell whether a type is among those of an object."""
    return name in strings(item.get("type"))


def listed(value: object) -> list[Any]:
    """Return what may be one or several as a list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def strings(value: object) -> list[str]:
    """Return the texts among what may be one or several."""
    return [each for each in listed(value) if isinstance(each, str)]
