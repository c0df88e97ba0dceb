"""Tasks of Label Studio: their texts, and the regions and relations of the annotation that is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from argmap.errors import ConvertError
from argmap.formats.annotated._json import is_number, items, table

Result = Mapping[str, Any]
PASSES = ("annotations", "completions", "predictions")
"""Where a task keeps what people and programs found in its text."""


@frozen
class Task:
    """A task.

    Attributes:
        whole: Everything.
        name: Under which of its data the text stands.
        text: The text.
        path: Keys that lead from the task to the results that are read.
    """

    whole: Mapping[str, Any]
    name: str
    text: str
    path: tuple[str | int, ...]

    @property
    def results(self) -> list[Any]:
        """Return the results that are read."""
        found: Any = self.whole
        for key in self.path:
            found = found[key]
        return items(found)


def tasks_of(whole: object) -> list[Task | None]:
    """Return the tasks of a file, one for each of its items; None for an item that holds no text.

    Raises:
        ConvertError: None of them holds one.
    """
    found = [_task(table(each)) for each in (whole if isinstance(whole, list) else [whole])]
    if not any(found):
        raise ConvertError(
            "these are no tasks of Label Studio with a text: each has 'data' with a text in it, as in its export "
            "called JSON (not JSON-MIN)"
        )
    return found


def _task(whole: Mapping[str, Any]) -> Task | None:
    path = _path(whole)
    results = items(_at(whole, path)) if path else []
    data = table(whole.get("data"))
    texts = {name: value for name, value in data.items() if isinstance(value, str)}
    names = [*_named(results), "text", *sorted(texts, key=lambda name: -len(texts[name]))]
    name = next((name for name in names if name in texts), None)
    return Task(whole, name, texts[name], path) if name is not None and path else None


def _path(whole: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Return the keys to the first annotation that was not cancelled, else to the first prediction."""
    for key in PASSES:
        for number, each in enumerate(items(whole.get(key))):
            if isinstance(each, dict) and not each.get("was_cancelled") and isinstance(each.get("result"), list):
                return (key, number, "result")
    return ("result",) if isinstance(whole.get("result"), list) else ()


def _at(whole: Mapping[str, Any], path: tuple[str | int, ...]) -> Any:
    found: Any = whole
    for key in path:
        found = found[key]
    return found


def _named(results: list[Any]) -> Iterator[str]:
    """Go through the names of data that regions say they are in."""
    for each in results:
        name = table(each).get("to_name")
        if isinstance(name, str):
            yield name


def region(result: object) -> tuple[int, int, list[str], str | None] | None:
    """Return the offsets, labels and words of a region of a text; None for another result.

    Example:
        >>> region({"id": "a", "type": "labels", "value": {"start": 0, "end": 5, "text": "Wells", "labels": ["Claim"]}})
        (0, 5, ['Claim'], 'Wells')
    """
    found = table(result)
    value, kind = table(found.get("value")), str(found.get("type"))
    labels = [each for each in items(value.get(kind)) if isinstance(each, str)] if kind.endswith("labels") else []
    there = table(value.get("globalOffsets")) or value
    start, end, words = there.get("start", ""), there.get("end", ""), value.get("text")
    if not (labels and is_number(start) and is_number(end) and isinstance(found.get("id"), str)):
        return None
    return int(start), int(end), labels, words if isinstance(words, str) else None


def relation(result: object) -> tuple[str, str, str] | None:
    """Return the label and the two ends of a relation with a direction; None for another result.

    Example:
        >>> relation({"type": "relation", "from_id": "a", "to_id": "b", "direction": "left", "labels": ["supports"]})
        ('supports', 'b', 'a')
    """
    found = table(result)
    ends = found.get("from_id"), found.get("to_id")
    labels = [each for each in items(found.get("labels")) if isinstance(each, str)]
    direction = found.get("direction", "right")
    if found.get("type") != "relation" or direction not in ("right", "left", "bi") or not labels:
        return None
    if not all(isinstance(end, str) for end in ends):
        return None
    source, target = ends[::-1] if direction == "left" else ends
    return labels[0], str(source), str(target)
