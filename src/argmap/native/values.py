"""Single values of the native document: texts, flags, lists of words, and records with known keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Table
from enum import StrEnum
from typing import Any, TypeAlias, TypeVar

from argmap.errors import did_you_mean
from argmap.flaws import Flaws
from argmap.native.citation import ID
from argmap.native.fields import KINDS, KNOWN
from argmap.native.ids import slug
from argmap.native.instead import instead
from argmap.native.scalars import brief, escaped, inline, quoted
from argmap.native.tree import Mapping, Node, Scalar, Sequence, describe, span
from argmap.rules.bad_id import RULE as BAD_ID
from argmap.rules.duplicate_id import RULE as DUPLICATE_ID
from argmap.rules.empty_text import RULE as EMPTY_TEXT
from argmap.rules.syntax import RULE as SYNTAX
from argmap.rules.unknown_key import RULE as UNKNOWN_KEY
from argmap.rules.wrong_value import RULE as WRONG_VALUE
from argmap.text import Span

LONGEST_TEXT = 20_000
"""A statement is a sentence or two; a longer text than this is a file pasted into the wrong place."""

Found: TypeAlias = dict[str, tuple[Scalar, Node]]
"""The pairs of a record by the text of their key."""

_E = TypeVar("_E", bound=StrEnum)
_EXAMPLES = {
    "nodes": "nodes: {rain: {claim: It rained.}}",
    "annex": "annex: {aif: '{…}'}",
    "groups": "groups: {money: Money and delivery}",
    "orders": "orders: {parents: safety > calm > time}",
    "sources": "sources: {memo: {title: Memo of May}}",
}
_COLON = re.compile(r"\s*+:")
_DASH = re.compile(r"-[ \t]*")
_ITEM = re.compile(r"[\n\r][ \t]*-[ \t]+")
_ITEM_RUN_ON = re.compile(r"[\n\r][ \t]*-[ \t]*")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ].*)?)?)?", re.ASCII)
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def record(node: Mapping, fields: Table[str, Any], what: str, flaws: Flaws, owner: str | None = None) -> Found:
    """Sort the pairs of a mapping by key; unknown and repeated keys are slips, null values count as absent.

    Args:
        node: The mapping.
        fields: The known keys.
        what: What the record is, for messages: ``a statement``.
        flaws: Where flaws are noted.
        owner: Id that findings are about.
    """
    found: Found = {}
    for pair in whole(node, fields.__contains__, flaws, owner):
        key, value = pair
        name = key.value or ""
        if name not in fields:
            flaws.add(
                UNKNOWN_KEY,
                f"unknown key {shown(name)} in {what}: {_instead(name, value, fields, what, owner)}",
                span(key),
                owner,
            )
        elif name in found:
            message = f"the key {name!r} stands twice in {what}: the second is not read"
            flaws.add(DUPLICATE_ID, message, span(key), owner)
        elif type(value) is not Scalar or value.value is not None:
            found[name] = pair
    return found


def whole(
    node: Mapping, is_key: Callable[[str], object], flaws: Flaws, owner: str | None = None
) -> list[tuple[Scalar, Node]]:
    """Return the pairs of a mapping; a text between braces that its own commas cut is noted, and read as one.

    Args:
        node: The mapping.
        is_key: Tells what may be a key.
        flaws: Where flaws are noted.
        owner: Id that findings are about.
    """
    if not node.flow or all(key.style for key, _ in node.pairs):
        return node.pairs
    pairs: list[tuple[Scalar, Node]] = []
    cut: set[int] = set()
    for key, value in node.pairs:
        last = pairs[-1][1] if pairs else None
        if (
            isinstance(last, Scalar)
            and last.value
            and not last.style
            and _is_rest(key, value, flaws)
            and not is_key(key.value or "")
        ):
            pairs[-1] = pairs[-1][0], Scalar(last.value, last.start, key.end)
            cut.add(len(pairs) - 1)
        else:
            pairs.append((key, value))
    for index in sorted(cut):
        key, value = pairs[index]
        written = " ".join(flaws.text[value.start : value.end].split())
        pairs[index] = key, Scalar(written, value.start, value.end, '"')
        if key.value in ("weight", "credence"):
            continue
        message = f"a text with a comma needs quotes inside braces: write {key.value}: {brief(quoted(written))}"
        flaws.add(SYNTAX, message, span(pairs[index][1]), owner)
    return pairs


def _is_rest(key: Scalar, value: Node, flaws: Flaws) -> bool:
    """Tell whether what YAML takes for a key without a value may be the rest of a text."""
    has_value = not isinstance(value, Scalar) or value.value or _COLON.match(flaws.text, key.end)
    return bool(key.value) and not key.style and not has_value


def _instead(name: str, value: Node, fields: Table[str, Any], what: str, owner: str | None) -> str:
    """Say what to write instead of an unknown key."""
    parts = value.items if isinstance(value, Sequence) else [value]
    known = instead(what, name, owner, [part.value for part in parts if isinstance(part, Scalar) and part.value])
    if known:
        return known
    if what == "a map" and isinstance(value, Mapping) and any(key.value in KINDS for key, _ in value.pairs):
        return "statements stand under 'nodes:', indented"
    near = did_you_mean(name, fields)
    if near:
        return near
    return f"{what} may have {', '.join(key for key in fields if key[0] != '$')}"


def text(
    key: Scalar, node: Node, flaws: Flaws, owner: str | None = None, longest: int | None = LONGEST_TEXT
) -> str | None:
    """Read a text; a list, a mapping, an empty text and one longer than the longest are slips."""
    if type(node) is not Scalar:
        node = unquoted(node, flaws, owner, f"{key.value}: ") or node
    if not isinstance(node, Scalar) or node.value is None:
        flaws.add(WRONG_VALUE, f"{key.value!r} takes a text, and this is {describe(node)}", span(node), owner)
        return None
    value = node.value
    if not value or value.isspace():
        flaws.add(EMPTY_TEXT, f"{key.value!r} is empty: write its text, or delete the key", span(key), owner)
        return None
    if longest is not None and len(value) > longest:
        message = f"{key.value!r} is {len(value):,} characters long; a statement is a sentence or two"
        flaws.add(WRONG_VALUE, message, span(key), owner)
        return None
    return value


def unquoted(node: Node, flaws: Flaws, owner: str | None, head: str = "") -> Scalar | None:
    """Read a mapping that is a text with ``: `` in it, which YAML takes for a key and a value.

    Args:
        node: What stands where a text may stand.
        flaws: Where it is noted.
        owner: Id that the finding is about.
        head: What stands before the text, where that is not in the same line.

    Returns:
        The text, or None when the node is not such a mapping.
    """
    if not isinstance(node, Mapping) or len(node.pairs) != 1 or flaws.text[node.start : node.start + 1] in ("{", ""):
        return None
    key, value = node.pairs[0]
    name = key.value or ""
    if type(value) is not Scalar:
        return None
    if " " not in name and (name in KNOWN or did_you_mean(name, KNOWN)):
        return None
    written = " ".join(f"{name}: {value.value}".split())
    line = flaws.text[
        max(flaws.text.rfind("\n", 0, node.start), flaws.text.rfind("\r", 0, node.start)) + 1 : node.start
    ]
    before = "" if "[" in line or "{" in line else f"{line.strip()} " if line.strip() else head
    reason = "the text ends with ':'" if written.endswith(":") else "the text holds ': '"
    flaws.add(SYNTAX, f"{reason}, so it needs quotes: write {before}{brief(quoted(written))}", span(node), owner)
    return Scalar(written, node.start, node.end, '"')


def flag(key: Scalar, node: Node, flaws: Flaws, owner: str | None = None) -> bool:
    """Read true or false."""
    value = node.value if isinstance(node, Scalar) else None
    if value is None or value.lower() not in _FLAGS:
        flaws.add(WRONG_VALUE, f"{key.value!r} takes true or false, and this is {described(node)}", span(node), owner)
        return False
    return _FLAGS[value.lower()]


def number(key: Scalar, node: Node, flaws: Flaws, owner: str | None = None, least: int = 1) -> int | None:
    """Read a whole number of up to nine digits, from 1 or another."""
    value = node.value if isinstance(node, Scalar) else None
    if not value or not value.isascii() or not value.isdigit() or len(value) > 9 or int(value) < least:
        message = f"{key.value!r} takes a whole number from {least}, and this is {described(node)}"
        flaws.add(WRONG_VALUE, message, span(node), owner)
        return None
    return int(value)


def date(key: Scalar, node: Node, flaws: Flaws, owner: str | None = None) -> str | None:
    """Read a date as ISO 8601 writes it, or a year, or a year and a month; a time may follow."""
    value = text(key, node, flaws, owner)
    if value is None:
        return None
    found = _DATE.fullmatch(value.strip())
    if found and _is_date(*(int(part or 1) for part in found.groups())):
        return value
    message = f"{key.value!r} takes a date, such as 2026-11-20, and this is {shown(value)}"
    flaws.add(WRONG_VALUE, message, span(node), owner)
    return None


def _is_date(year: int, month: int, day: int) -> bool:
    from datetime import date as of

    try:
        of(year, month, day)
    except ValueError:
        return False
    return True


def choice(key: Scalar, node: Node, options: type[_E], flaws: Flaws, owner: str | None = None) -> _E | None:
    """Read one of a few words."""
    value = text(key, node, flaws, owner)
    if value is None:
        return None
    names = [str(option) for option in options]
    if value not in names:
        hint = did_you_mean(value, names) or f"one of {', '.join(names)} is right"
        flaws.add(WRONG_VALUE, f"{key.value!r} cannot be {shown(value)}: {hint}", span(node), owner)
        return None
    return options(value)


def words(key: Scalar, node: Node, flaws: Flaws, owner: str | None = None) -> tuple[str, ...]:
    """Read a text or a list of texts."""
    return tuple(v for item in items(node, flaws) if (v := text(key, item, flaws, owner)) is not None)


def identifier(node: Scalar, what: str, flaws: Flaws) -> str:
    """Read an id; one with odd characters is a slip, but is kept."""
    value = node.value or ""
    if ID.match(value):
        return value
    value = value.strip()
    if not ID.match(value):
        example = f", as in {slug(value)!r}" if any(map(str.isalnum, value)) else ""
        message = f"{shown(value)} cannot be the id of {what}: use letters, digits, '-', '_' and '.'{example}"
        flaws.add(BAD_ID, message, span(node), value)
    return value


def items(node: Node, flaws: Flaws) -> list[Node]:
    """Return the items of a list; anything else counts as a list of one.

    Items that YAML takes for one text are slips, and are read as items: ``because: a`` with ``- b`` below it, and
    ``-a`` above ``-b``.
    """
    if type(node) is Sequence:
        return node.items
    if type(node) is not Scalar or node.style or not node.value or "-" not in node.value:
        return [node]
    first = _DASH.match(flaws.text, node.start)
    item = _ITEM_RUN_ON if first else _ITEM
    dashes = [*([first] if first else []), *item.finditer(flaws.text, node.start + 1, node.end)]
    if not dashes:
        return [node]
    starts = [*([] if first else [node.start]), *(dash.end() for dash in dashes)]
    ends = [*(dash.start() for dash in dashes), node.end][bool(first) :]
    found = [Scalar(" ".join(flaws.text[a:b].split()), a, b) for a, b in zip(starts, ends, strict=True)]
    if first:
        _dashes_without_blank(found, flaws)
        return [item for item in found if item.value]
    if flaws.text[: node.start].rstrip(" ").endswith("-"):
        message = "the item below this one is indented deeper, and so is read as part of it: line up their dashes"
    else:
        message = "a list does not begin in the line of its key: write '- ' and its first item on a line of their own"
    flaws.add(SYNTAX, message, Span(node.start, found[0].end))
    return [item for item in found if item.value]


def _dashes_without_blank(found: list[Scalar], flaws: Flaws) -> None:
    """Note each item whose dash is taken for a part of its text."""
    for item in found:
        dash = flaws.text.rfind("-", 0, item.start)
        if dash + 1 < item.start:
            continue
        words = shown(item.value or "")[1:-1]
        message = f"a space is missing after '-': write - {words}"
        if flaws.text[:dash].rstrip()[-1:] in ("[", ","):
            message = f"items in brackets have no dash: write {words}"
        flaws.add(SYNTAX, message, Span(dash, item.end))


def pairs(key: Scalar, node: Node, what: str, flaws: Flaws) -> Iterator[tuple[str, Scalar, Node]]:
    """Go through a mapping from ids; ids that stand twice are slips, and only the first is read."""
    if not isinstance(node, Mapping):
        if not (isinstance(node, Scalar) and not node.value):
            rule = f"'{key.value}:' takes ids with their values, one below the other"
            example = f": write it as {_EXAMPLES[key.value or '']}" if key.value in _EXAMPLES else ""
            flaws.add(WRONG_VALUE, f"{rule}, and this is {describe(node)}{example}", span(node))
        return
    seen: set[str] = set()
    for name, value in whole(node, ID.match, flaws):
        identity = identifier(name, what, flaws)
        if identity in seen:
            message = f"the id {identity!r} stands twice: the second {what.partition(' ')[2]} is not read"
            flaws.add(DUPLICATE_ID, message, span(name), identity)
            continue
        seen.add(identity)
        yield identity, name, value


def miss(
    node: Mapping, wanted: tuple[str, ...], message: str, owner: str, flaws: Flaws, place: Span | None = None
) -> None:
    """Note that a key is missing, unless it is there under another name, which is noted already."""
    unknown = [key.value.lower() for key, _ in node.pairs if key.value and key.value not in wanted]
    if not any(did_you_mean(name, wanted) for name in unknown):
        flaws.add(WRONG_VALUE, message, place or Span(node.start, node.start + 1), owner)


def like(node: Node, flaws: Flaws, new: str) -> str:
    """Write a text as it stands in the place of another: in its quotation marks, or in none where it needs none."""
    style = node.style if isinstance(node, Scalar) else ""
    if style == '"' and flaws.text.startswith('"', node.start):
        return f'"{escaped(new)}"'
    if style == "'":
        return "'" + new.replace("'", "''") + "'"
    return inline(new, flow=True)


def shown(value: str, longest: int = 60) -> str:
    """Quote a text for a message, cut where it is long.

    Example:
        >>> shown("adopt-30"), shown("x" * 100, longest=8)
        ("'adopt-30'", "'xxxxxxxx…'")
    """
    return repr(value if len(value) <= longest else value[:longest] + "…")


def described(node: Node) -> str:
    """Say what a node is, or holds."""
    return shown(node.value) if isinstance(node, Scalar) and node.value else describe(node)
