"""Data of several occurrences to the data of one statement or argument."""

from __future__ import annotations

from typing import Any


def merge(old: Any, new: Any) -> Any:
    """Return old data with new data put over it: mappings key by key, lists item by item.

    Example:
        >>> merge({"a": {"b": 1}, "c": [1, 2]}, {"a": {"d": 2}, "c": [3]})
        {'a': {'b': 1, 'd': 2}, 'c': [3, 2]}
    """
    if isinstance(new, (list, str)):
        new = {str(index): value for index, value in enumerate(new)}
    if not isinstance(new, dict):
        return old if old is not None else {}
    result = dict(old) if isinstance(old, dict) else {}
    stack = [(result, new)]
    while stack:
        target, source = stack.pop()
        for key, value in source.items():
            present = target.get(key)
            if isinstance(value, dict):
                target[key] = dict(present) if isinstance(present, dict) else {}
                stack.append((target[key], value))
            elif isinstance(value, list):
                target[key] = [*value, *present[len(value) :]] if isinstance(present, list) else list(value)
            else:
                target[key] = value
    return result
