"""What a format keeps of a file beside the map: a JSON text, which anybody may have changed meanwhile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from argmap.model.document import ArgumentMap


def annex_of(m: ArgumentMap, name: str, forms: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parts of a format's annex that have the form they must have.

    Args:
        m: A map.
        name: Name of the format.
        forms: What each part must be: a type; a list of one form, for any number of such items; a tuple of forms, for
            as many items; a mapping from `str` to a form, for any names.

    Example:
        >>> m = ArgumentMap(annex={"x": '{"marks": {"a": [[1, "b"]]}, "flat": 3}'})
        >>> annex_of(m, "x", {"marks": {str: [(int, str)]}, "flat": bool})
        {'marks': {'a': [[1, 'b']]}}
    """
    try:
        found = json.loads(m.annex.get(name, "{}"))
    except (ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {part: found[part] for part, form in forms.items() if part in found and _fits(found[part], form)}


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
