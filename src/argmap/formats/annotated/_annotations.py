"""Annotations of the W3C Web Annotation Data Model (Recommendation, 23 February 2017), read and checked.

What the model says an annotation *must* have is demanded; what it leaves open is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from argmap.errors import ConvertError
from argmap.evidence.passages.fragments import read_directives

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AUTHORSHIP = "who made an annotation, and when, is not kept"

_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z\Z")
_ONE_VALUE = ("FragmentSelector", "CssSelector", "XPathSelector")
_NUMBERS = ("TextPositionSelector", "DataPositionSelector")
_DEEPEST = 50


@frozen
class Annotation:
    """An annotation, as far as argmap has a use for it.

    Attributes:
        id: Its IRI, if it has one.
        text: Of its bodies that are text, joined by blank lines.
        tags: Of its bodies that are tags.
        motivation: Such as ``commenting``; empty where none is given.
        source: Address of what it is about.
        exact: The passage, where a text-quote selector gives it.
        prefix: What stands before the passage.
        suffix: What stands after it.
        fragment: The fragment of the source, where a fragment selector gives it.
        lost: What of it argmap has no use for, in words.
    """

    id: str | None
    text: str
    tags: tuple[str, ...]
    motivation: str
    source: str
    exact: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    fragment: str | None = None
    lost: tuple[str, ...] = ()


def read(text: str) -> tuple[Annotation, ...]:
    """Read one annotation, or a page or collection of them.

    Args:
        text: JSON-LD.

    Returns:
        An annotation for each target.

    Raises:
        ConvertError: The text does not conform: the reason in a sentence.

    Example:
        >>> read('{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:a", "type": "Annotation", '
        ...      '"bodyValue": "Dry.", "target": "https://example.org/wells"}')[0].source
        'https://example.org/wells'
    """
    import json

    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ConvertError(f"this is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise ConvertError("an annotation is a JSON object")
    if CONTEXT not in _strings(found.get("@context")):
        raise ConvertError(f"'@context' must hold {CONTEXT}")
    types = _strings(found.get("type"))
    if "Annotation" in types:
        return tuple(_annotation(found))
    if "AnnotationPage" in types:
        return tuple(each for item in _list(found.get("items")) for each in _annotation(_object(item, "an item")))
    if "AnnotationCollection" in types:
        first = found.get("first")
        items = _list(first.get("items")) if isinstance(first, dict) else []
        return tuple(each for item in items for each in _annotation(_object(item, "an item")))
    raise ConvertError("'type' must hold Annotation, AnnotationPage or AnnotationCollection")


def _annotation(found: dict[str, Any]) -> Iterator[Annotation]:
    if "Annotation" not in _strings(found.get("type")):
        raise ConvertError("the 'type' of an annotation must hold Annotation")
    if not isinstance(found.get("id", ""), str):
        raise ConvertError("an annotation has one 'id', which is an IRI")
    _check_life_cycle(found)
    targets = _list(found.get("target"))
    if not targets:
        raise ConvertError("an annotation must have a 'target'")
    if "bodyValue" in found and ("body" in found or not isinstance(found["bodyValue"], str)):
        raise ConvertError("'bodyValue' is one text, and stands instead of 'body'")
    texts, tags, lost = _bodies(found)
    lost += [AUTHORSHIP] if found.keys() & {"created", "creator"} else []
    motivation = next(iter(_strings(found.get("motivation"))), "")
    for target in targets:
        source, selectors = _target(target)
        quote = next((s for s in selectors if _is(s, "TextQuoteSelector")), {})
        fragment = next((s.get("value") for s in selectors if _is(s, "FragmentSelector")), None)
        yield Annotation(
            found.get("id"),
            "\n\n".join(texts),
            tuple(tags),
            motivation,
            source,
            quote.get("exact"),
            quote.get("prefix"),
            quote.get("suffix"),
            fragment,
            (*lost, *_parts_lost(target), *wordless(quote.get("exact"), fragment, selectors)),
        )


def _check_life_cycle(found: dict[str, Any]) -> None:
    for name in ("created", "modified", "generated"):
        if name in found and not (isinstance(found[name], str) and _UTC.match(found[name])):
            raise ConvertError(f"{name!r} must be one date and time in UTC, such as 2015-10-13T13:00:00Z")
    for name in ("creator", "generator", "audience", "rights", "canonical", "via"):
        for value in _list(found.get(name)):
            if not isinstance(value, (str, dict)):
                raise ConvertError(f"{name!r} must be an IRI or an object")


def _bodies(found: dict[str, Any]) -> tuple[list[str], list[str], list[str]]:
    """Return the texts, the tags, and what is lost of the bodies of an annotation."""
    texts = [found["bodyValue"]] if "bodyValue" in found else []
    tags: list[str] = []
    lost: list[str] = []
    for body in _leaves(found.get("body"), 0):
        if isinstance(body, str) or not isinstance(body.get("value"), str):
            lost.append("bodies of annotations that are not texts are not kept")
        if isinstance(body, str):
            continue
        value = body.get("value")
        if _is(body, "TextualBody") and not isinstance(value, str):
            raise ConvertError("a TextualBody must have one 'value', which is a text")
        if isinstance(value, str):
            (tags if "tagging" in _strings(body.get("purpose")) else texts).append(value)
        _resource(body)
    return texts, tags, lost


def _leaves(body: Any, depth: int) -> Iterator[str | dict[str, Any]]:
    """Go through the bodies, those of choices and other sets included."""
    if depth > _DEEPEST:
        raise ConvertError("bodies are nested too deep")
    for each in _list(body):
        if isinstance(each, str):
            yield each
            continue
        item = _object(each, "a body")
        if "items" in item:
            if not _list(item["items"]):
                raise ConvertError("a choice of bodies must have 'items'")
            yield from _leaves(item["items"], depth + 1)
        else:
            yield item


def _target(target: Any) -> tuple[str, list[dict[str, Any]]]:
    if isinstance(target, str):
        source, _, fragment = target.partition("#")
        return source, [{"type": "FragmentSelector", "value": fragment}] if fragment else []
    item = _object(target, "a target")
    if "items" in item:
        return _target(_list(item["items"])[0]) if _list(item["items"]) else ("", [])
    return _resource(item)


def wordless(exact: str | None, fragment: str | None, selectors: Iterable[dict[str, Any]]) -> list[str]:
    """Say that a place is lost which selectors give, but no words of it."""
    if (exact and exact.strip()) or (fragment and read_directives(f"#{fragment}")):
        return []
    kinds = {name for selector in selectors for name in _strings(selector.get("type"))}
    return [f"places given by {kind} alone, without words, are not kept" for kind in sorted(kinds)]


def _parts_lost(target: Any) -> list[str]:
    several = isinstance(target, dict) and len(_list(target.get("items"))) > 1
    return ["of targets that belong together only the first is kept"] if several else []


def _resource(item: dict[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """Read a resource, or a part of one; return its address and its selectors."""
    is_part = _is(item, "SpecificResource") or "source" in item or "selector" in item
    if not is_part:
        return str(item.get("id") or ""), []
    sources = _list(item.get("source"))
    if len(sources) != 1:
        raise ConvertError("a SpecificResource must have one 'source'")
    source = sources[0] if isinstance(sources[0], str) else _object(sources[0], "a source").get("id", "")
    selectors = [each for each in _list(item.get("selector")) if not isinstance(each, str)]
    found = [each for selector in selectors for each in _selectors(_object(selector, "a selector"), 0)]
    for state in _list(item.get("state")):
        timed = isinstance(state, dict) and _is(state, "TimeState")
        if timed and not {"sourceDate", "sourceDateStart"} & state.keys():
            raise ConvertError("a TimeState must say which time, as 'sourceDate' or 'sourceDateStart'")
    return str(source), found


def _selectors(selector: dict[str, Any], depth: int) -> Iterator[dict[str, Any]]:
    """Check a selector, and return it with those that refine it."""
    if depth > _DEEPEST:
        raise ConvertError("selectors are nested too deep")
    _check_selector(selector)
    if _is(selector, "RangeSelector"):
        for end in ("startSelector", "endSelector"):
            list(_selectors(_object(selector.get(end), f"the {end!r} of a RangeSelector"), depth + 1))
    yield selector
    for each in _list(selector.get("refinedBy")):
        if not isinstance(each, str):
            yield from _selectors(_object(each, "a selector"), depth + 1)


def _check_selector(selector: dict[str, Any]) -> None:
    for name in _ONE_VALUE:
        if _is(selector, name) and not isinstance(selector.get("value"), str):
            raise ConvertError(f"a {name} must have one 'value', which is a text")
    for name in _NUMBERS:
        if _is(selector, name) and not all(_is_offset(selector.get(end)) for end in ("start", "end")):
            raise ConvertError(f"a {name} must have 'start' and 'end', which are numbers from 0")
    if _is(selector, "TextQuoteSelector"):
        if not isinstance(selector.get("exact"), str):
            raise ConvertError("a TextQuoteSelector must have one 'exact', which is a text")
        if not all(isinstance(selector.get(name, ""), str) for name in ("prefix", "suffix")):
            raise ConvertError("'prefix' and 'suffix' of a TextQuoteSelector are one text each")


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is(item: dict[str, Any], name: str) -> bool:
    return name in _strings(item.get("type"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: Any) -> list[str]:
    return [each for each in _list(value) if isinstance(each, str)]


def _object(value: Any, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ConvertError(f"{what} must be a JSON object")
    return value
