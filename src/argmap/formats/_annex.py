"""What a format keeps of a file beside the map: a JSON text, which anybody may have changed meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from argmap.model.document import ArgumentMap


def annex_of(m: ArgumentMap, name: str) -> dict[str, Any]:
    """Return the annex that a format has in a map; an empty one where it has none that can be read.

    Example:
        >>> annex_of(ArgumentMap(annex={"x": '{"flat": true}'}), "x"), annex_of(ArgumentMap(annex={"x": "["}), "x")
        ({'flat': True}, {})
    """
    try:
        found = json.loads(m.annex.get(name, "{}"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def texts_of(annex: Mapping[str, Any], part: str) -> dict[str, str]:
    """Return a table of texts in an annex; what is none in it is left out."""
    found = annex.get(part)
    pairs = found.items() if isinstance(found, dict) else ()
    return {name: text for name, text in pairs if isinstance(text, str)}


def list_of(annex: Mapping[str, Any], part: str) -> list[str]:
    """Return a list of texts in an annex; what is none in it is left out."""
    found = annex.get(part)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def fitting(annex: Mapping[str, Any], forms: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of an annex that have the form they must have.

    Args:
        annex: The annex.
        forms: What each part must be: a type; a list of one form, for any number of such items; a tuple of forms, for
            as many items; a mapping from `str` to a form, for any names.

    Example:
        >>> fitting({"marks": {"a": [[1, "b"]]}, "flat": 3}, {"marks": {str: [(int, str)]}, "flat": bool})
        {'marks': {'a': [[1, 'b']]}}
    """
    return {part: annex[part] for part, form in forms.items() if part in annex and _fits(annex[part], form)}


def _fits(value: Any, form: Any) -> bool:
    if isinstance(form, type):
        return isinstance(value, form) and (form is not int or not isinstance(value, bool))
    if isinstance(form, tuple):
        return isinstance(value, list) and len(value) == len(form) and all(map(_fits, value, form))
    if isinstance(form, list):
        return isinstance(value, list) and all(_fits(item, form[0]) for item in value)
    (below,) = form.values()
    return isinstance(value, dict) and all(_fits(item, below) for item in value.values())


def write_annex(name: str, parts: Mapping[str, Any]) -> dict[str, str]:
    """Return the annexes of a map that has one of this format, if there is anything in it.

    Example:
        >>> write_annex("x", {"flat": True, "marks": {}})
        {'x': '{"flat": true}'}
        >>> write_annex("x", {"marks": {}})
        {}
    """
    said = {part: value for part, value in parts.items() if value not in (None, "", False, {}, [], ())}
    return {name: json.dumps(said, ensure_ascii=False)} if said else {}
