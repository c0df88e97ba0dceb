"""Setting one key of a YAML mapping, and changing nothing else of its text."""

from __future__ import annotations

import re
from typing import Any

from argmap.errors import ReadError
from argmap.flaws import Flaws
from argmap.native.tree import Mapping, Node, Scalar, Sequence
from argmap.native.yaml.layout import on_one_line
from argmap.native.yaml.tree import parse
from argmap.text import Edit, Span, apply_edits

_LINE_END = re.compile(r"\r\n|\n|\r")
_COLON = re.compile(r"(?:\s|#[^\r\n]*+)*+:")
_REMARK = re.compile(r"[|>][^\s#]*+([ \t]++#[^\r\n]*+)")


def with_value(text: str, key: str, value: str | Node) -> str:
    r"""Return the text of a mapping with a key set: where it stands, or at the end.

    Whatever way the mapping is laid out, comments and all other values stay as they are written. The result is read
    again: what would change anything else is refused.

    Args:
        text: The mapping, such as a source record, without a byte order mark.
        key: The key.
        value: Its new value, written on one line.

    Raises:
        ReadError: The key stands there twice, or the text cannot be amended by a program; the message goes on from the
            name of the file.

    Example:
        >>> with_value("text: a.txt  # short\n", "text", "b.txt")
        'text: b.txt  # short\n'
        >>> with_value("title: A\n", "text", "a.txt"), with_value("{title: A,}", "text", "a.txt")
        ('title: A\ntext: a.txt\n', '{title: A, text: a.txt,}')
    """
    flaws = Flaws(text)
    tree = parse(flaws)
    if (tree is None and not flaws.found) or (isinstance(tree, Scalar) and not tree.value):
        tree = Mapping([], len(text), len(text))
    if not isinstance(tree, Mapping):
        raise ReadError("is no mapping")
    new = Scalar(value, 0, 0) if isinstance(value, str) else value
    standing = [pair for pair in tree.pairs if pair[0].value == key]
    if len(standing) > 1:
        raise ReadError(f"has the key {key!r} twice: delete one of them")
    edits = _in_place(text, tree, *standing[0], new) if standing else _added(text, tree, key, new)
    amended = apply_edits(text, edits)
    again = Flaws(amended)
    if _plain(parse(again)) != _wanted(tree, key, new) or len(again.found) > len(flaws.found):
        entry = on_one_line(Mapping([(Scalar(key, 0, 0), new)], 0, 0))[1:-1]
        raise ReadError(f"is written in a way that a program cannot amend: write {entry!r} in it")
    return amended


def _in_place(text: str, tree: Mapping, key: Scalar, old: Node, new: Node) -> list[Edit]:
    """Replace a value; a remark beside it, or beside the mark of a block, stays."""
    written = on_one_line(new, flow=tree.flow)
    colon = _COLON.match(text, key.end, old.start)
    if colon is None:  # a key alone
        own_line = "" if tree.flow else _line_end(text) + " " * _column(text, tree.start)
        return [Edit(Span(key.end, key.end), f"{own_line}: {written}")]
    if old.start == old.end:
        return [Edit(Span(colon.end(), colon.end()), f" {written}")]
    if isinstance(old, Scalar):
        remark = _REMARK.match(text, old.start, old.end) if old.style in ("|", ">") else None
        return [Edit(Span(old.start, old.end), written + (remark[1] if remark else ""))]
    breaks = [found.start() for found in _LINE_END.finditer(text, colon.end(), old.start)]
    if old.flow or not breaks:
        return [Edit(Span(old.start, old.end), written)]
    return [Edit(Span(colon.end(), colon.end()), f" {written}"), Edit(Span(breaks[-1], old.end), "")]


def _added(text: str, tree: Mapping, key: str, new: Node) -> list[Edit]:
    """Add a pair: on a line of its own after the last, or after the last one in braces."""
    entry = f"{on_one_line(Scalar(key, 0, 0), flow=tree.flow)}: {on_one_line(new, flow=tree.flow)}"
    if not tree.pairs:
        at = tree.start + 1 if tree.flow else len(text)
        own_line = "" if tree.flow or text[-1:] in ("", "\n", "\r") else _line_end(text)
        return [Edit(Span(at, at), own_line + entry)]
    name, last = tree.pairs[-1]
    colon = _COLON.match(text, name.end, last.start)
    end = last.end if last.start < last.end else colon.end() if colon else name.end
    if tree.flow:
        comma = " , " if last.start == last.end else ", "
        return [Edit(Span(end, end), comma + entry)]
    found = _LINE_END.search(text, end)
    at = found.start() if found else len(text)
    return [Edit(Span(at, at), _line_end(text) + " " * _column(text, tree.start) + entry)]


def _line_end(text: str) -> str:
    """Return the line end that a text uses."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def _column(text: str, offset: int) -> int:
    return offset - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) - 1


def _wanted(tree: Mapping, key: str, new: Node) -> Any:
    pairs = [(name.value, new if name.value == key else old) for name, old in tree.pairs]
    if key not in (name for name, _ in pairs):
        pairs.append((key, new))
    return {"pairs": [(name, _plain(value)) for name, value in pairs]}


def _plain(node: Node | None) -> Any:
    """Return what a node says, without places and layout."""
    if isinstance(node, Mapping):
        return {"pairs": [(name.value, _plain(value)) for name, value in node.pairs]}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return (node.value or "") if node else None
