"""Single values of the native document: texts, flags, lists of words, and records with known keys."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import StrEnum
from typing import Any, TypeVar

from argmap.errors import did_you_mean
from argmap.formats._native.citation import ID
from argmap.formats._native.slips import BAD_ID, DUPLICATE_ID, EMPTY_TEXT, UNKNOWN_KEY, WRONG_VALUE, Slips
from argmap.formats._native.tree import Mapping, Node, Scalar, Sequence, describe, span

LONGEST_TEXT = 20_000
"""A statement is a sentence or two; a longer text than this is a file pasted into the wrong place."""

_E = TypeVar("_E", bound=StrEnum)
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def record(
    node: Mapping, fields: Table[str, Any], what: str, slips: Slips, owner: str | None = None
) -> dict[str, tuple[Scalar, Node]]:
    """Sort the pairs of a mapping by key; unknown and repeated keys are slips, null values count as absent.

    Args:
        node: The mapping.
        fields: The known keys.
        what: What the record is, for messages: ``a statement``.
        slips: Where slips are noted.
        owner: Id that findings are about.
    """
    found: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.pairs:
        name = key.value or ""
        if name not in fields:
            hint = did_you_mean(name, fields) or f"{what} may have {', '.join(k for k in fields if k[0] != '$')}"
            slips.add(UNKNOWN_KEY, f"unknown key {name!r} in {what}: {hint}", span(key), owner)
        elif name in found:
            slips.add(
                DUPLICATE_ID, f"the key {name!r} stands twice in {what}: the second is not read", span(key), owner
            )
        elif not (isinstance(value, Scalar) and value.value is None):
            found[name] = (key, value)
    return found


def text(key: Scalar, node: Node, slips: Slips, owner: str | None = None, *, long: bool = False) -> str | None:
    """Read a text; a list, a mapping, an empty and an endless text are slips."""
    if not isinstance(node, Scalar) or node.value is None:
        slips.add(WRONG_VALUE, f"{key.value!r} takes a text, and this is {describe(node)}", span(node), owner)
        return None
    if not node.value.strip():
        slips.add(EMPTY_TEXT, f"{key.value!r} is empty: write its text, or delete the key", span(key), owner)
        return None
    if len(node.value) > LONGEST_TEXT and not long:
        count = f"{len(node.value):,}"
        slips.add(
            WRONG_VALUE, f"{key.value!r} is {count} characters long; a statement is a sentence or two", span(key), owner
        )
        return None
    return node.value


def flag(key: Scalar, node: Node, slips: Slips, owner: str | None = None) -> bool:
    """Read true or false."""
    value = node.value if isinstance(node, Scalar) else None
    if value is None or value.lower() not in _FLAGS:
        slips.add(WRONG_VALUE, f"{key.value!r} takes true or false", span(node), owner)
        return False
    return _FLAGS[value.lower()]


def number(key: Scalar, node: Node, slips: Slips, owner: str | None = None) -> int | None:
    """Read a whole number from 1."""
    value = node.value if isinstance(node, Scalar) else None
    if value is None or not value.isascii() or not value.isdigit() or not 0 < int(value[:7]) < 1_000_000:
        slips.add(WRONG_VALUE, f"{key.value!r} takes a whole number from 1", span(node), owner)
        return None
    return int(value)


def choice(key: Scalar, node: Node, options: type[_E], slips: Slips, owner: str | None = None) -> _E | None:
    """Read one of a few words."""
    value = text(key, node, slips, owner)
    if value is None:
        return None
    names = [str(option) for option in options]
    if value not in names:
        hint = did_you_mean(value, names) or f"one of {', '.join(names)} is right"
        slips.add(WRONG_VALUE, f"{key.value!r} cannot be {value!r}: {hint}", span(node), owner)
        return None
    return options(value)


def words(key: Scalar, node: Node, slips: Slips, owner: str | None = None) -> tuple[str, ...]:
    """Read a text or a list of texts."""
    return tuple(v for item in items(node) if (v := text(key, item, slips, owner)) is not None)


def identifier(node: Scalar, what: str, slips: Slips) -> str:
    """Read an id; one with odd characters is a slip, but is kept."""
    value = (node.value or "").strip()
    if not ID.match(value):
        shown = value if len(value) <= 40 else value[:40] + "…"
        slips.add(
            BAD_ID,
            f"{shown!r} cannot be the id of {what}: use letters, digits, '-', '_' and '.', as in {slug(value)!r}",
            span(node),
            value,
        )
    return value


def items(node: Node) -> list[Node]:
    """Give the items of a list; anything else counts as a list of one."""
    return node.items if isinstance(node, Sequence) else [node]


def pairs(key: Scalar, node: Node, what: str, slips: Slips) -> Iterator[tuple[str, Scalar, Node]]:
    """Go through a mapping from ids; ids that stand twice are slips, and only the first is read."""
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and not node.value):
            slips.add(
                WRONG_VALUE, f"{key.value!r} takes ids with their values, and this is {describe(node)}", span(node)
            )
        return
    seen: set[str] = set()
    for name, value in node.pairs:
        identity = identifier(name, what, slips)
        if identity in seen:
            slips.add(
                DUPLICATE_ID,
                f"the id {identity!r} stands twice: the second {what[2:]} is not read",
                span(name),
                identity,
            )
            continue
        seen.add(identity)
        yield identity, name, value


def slug(value: str, longest: int = 40) -> str:
    """Make an id of a text: lower case, words joined by ``-``, cut at a word.

    Example:
        >>> slug("Mean speed fell by 4.1 km/h!")
        'mean-speed-fell-by-4-1-km-h'
    """
    parts = "".join(c if c.isalnum() else " " for c in value.lower()[: 4 * longest]).split()
    made = ""
    for part in parts:
        if made and len(made) + 1 + len(part) > longest:
            break
        made += f"-{part}" if made else part[:longest]
    return made or "x"
