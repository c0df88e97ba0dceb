"""What an item of a file said that a map has no place for, and putting it back around what the map says now."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from argmap.formats.annotated import _own as own
from argmap.formats.annotated._json import table
from argmap.model.document import ArgumentMap
from argmap.wording import counted

_ODD = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\U0001fffe-\U0010ffff]")

Item = dict[str, Any]
"""An annotation, as JSON has it."""


@frozen
class Part:
    """Members of an item that say something of the statement, and what they say together.

    Attributes:
        members: Their names.
        says: From an item to what the members say; two that are equal mean the same.
    """

    members: tuple[str, ...]
    says: Callable[[Item], object]


def entry(of: str | None, item: Item, usual: Item) -> dict[str, Any]:
    """Return what must be kept of an item.

    Args:
        of: Id of the statement that was made of it; None where none was.
        item: The item as it was read.
        usual: As argmap would write it.

    Example:
        >>> entry("dry", {"text": "Dry.", "user": "a"}, {"text": "Dry.", "tags": []})
        {'of': 'dry', 'members': {'user': 'a'}, 'absent': ['tags']}
    """
    members = {name: value for name, value in item.items() if name not in usual or usual[name] != value}
    absent = [name for name in usual if name not in item]
    return {"of": of, "members": members, **({"absent": absent} if absent else {})}


def restored(kept: Mapping[str, Any], usual: Item, parts: Iterable[Part]) -> Item:
    """Return an item as it was read, but for what the map says otherwise now.

    Args:
        kept: What `entry` kept of it.
        usual: As argmap would write it now.
        parts: The members that say what a map says too; all others come back as they were.

    Example:
        >>> was = entry("dry", {"text": "Dry.", "user": "a"}, {"text": "Dry."})
        >>> restored(was, {"text": "Arid."}, [Part(("text",), lambda item: item.get("text"))])
        {'text': 'Arid.', 'user': 'a'}
    """
    members, absent = table(kept.get("members")), kept.get("absent")
    gone = [name for name in absent if isinstance(name, str)] if isinstance(absent, list) else []
    item = {name: value for name, value in {**usual, **members}.items() if name not in gone}
    for part in parts:
        if part.says(item) != part.says(usual):
            item = {name: value for name, value in item.items() if name not in part.members}
            item |= {name: usual[name] for name in part.members if name in usual}
    return item


def read(annex: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what an annex kept of a file: of the file as a whole, and of its items."""
    items = annex.get("items")
    entries = [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []
    return table(annex.get("file")), entries


def written(file: Mapping[str, Any], items: Sequence[Mapping[str, Any]]) -> str | None:
    """Return the annex that keeps something of a file; None where there is nothing to keep."""
    import json

    if not file and not items:
        return None
    text = json.dumps({"file": dict(file), "items": list(items)}, ensure_ascii=False, separators=(",", ":"))
    return _ODD.sub(lambda odd: json.dumps(odd[0])[1:-1], text)


def homeless(m: ArgumentMap, done: Container[str], program: str) -> list[str]:
    """Say that statements are not written, where any are without passage and citation.

    Args:
        m: The map.
        done: The names of the annotations that are written in the places of former ones.
        program: Name of the format, as messages put it.
    """
    number = sum(not statement.cited and own.name("from", statement.id, "1") not in done for statement in m)
    verb = "has" if number == 1 else "have"
    statements = counted(number, "statement")
    return [f"{statements} without passage or citation {verb} no place in {program}"] if number else []


def gone(number: int) -> list[str]:
    """Say that annotations are not written, as many as have lost their statements.

    Example:
        >>> gone(1), gone(0)
        (['1 annotation whose statement is gone is not written'], [])
    """
    if number == 1:
        return ["1 annotation whose statement is gone is not written"]
    return [f"{number:,} annotations whose statements are gone are not written"] if number else []
