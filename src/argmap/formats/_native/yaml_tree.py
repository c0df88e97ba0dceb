"""Strict YAML to a tree: events of PyYAML's C parser, no tags, no aliases, one document.

Every scalar is text. What YAML cannot read is mended where the slip is plain (a text that needs quotes, a tab as
indentation), so that one pass finds the rest of the slips too.
"""

from __future__ import annotations

import re
from typing import Any, NoReturn

from attrs import define, field

from argmap.formats._native.mend import mend, quoted
from argmap.formats._native.slips import COMMENT_IN_TEXT, SYNTAX, Slips
from argmap.formats._native.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence, span
from argmap.text import Span

_UNREADABLE = [  # what YAML does not allow; in three, for one pattern of all would take long to compile
    re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"),
    re.compile("[\ud800-\udfff]"),
    re.compile("[\ufffe\uffff]"),
]
_CUT = re.compile(r"[ \t]+(#(?:[^\s#!]|[ ]\d)[^\n\r]*)")
_MAX_MENDS = 200
_MAX_REREAD = 4_000_000


class _Refused(Exception):  # noqa: N818  (a way out of the loop below, not an error of argmap)
    """The text uses a part of YAML that argmap refuses; a slip was noted."""


def parse(text: str, slips: Slips) -> tuple[Node | None, str]:
    """Read a text as strict YAML.

    Args:
        text: The file's text, without a byte order mark.
        slips: Where slips are noted.

    Returns:
        The tree, or None when there is none to be had, and the text that its places belong to: the given one, or,
        after a slip, the mended one, which has the same lines.
    """
    import yaml

    unreadable = [match.start() for pattern in _UNREADABLE if (match := pattern.search(text))]
    if unreadable:
        first = min(unreadable)
        message = f"the control character U+{ord(text[first]):04X} cannot stand in a map: delete it"
        slips.add(SYNTAX, message, Span(first, first + 1))
        for pattern in _UNREADABLE:
            text = pattern.sub("\ufffd", text)
    for _ in range(max(3, min(_MAX_MENDS, _MAX_REREAD // (len(text) + 1)))):
        inner = Slips()
        try:
            tree = _compose(text, inner)
        except _Refused:
            slips.found += inner.found
            return None, text
        except yaml.MarkedYAMLError as error:
            mended = mend(text, error)
            slips.add(SYNTAX, mended.message, mended.span)
            if mended.text is None:
                return None, text
            text = mended.text
        else:
            slips.found += inner.found
            return tree, text
    return None, text


def _compose(text: str, slips: Slips) -> Node | None:
    """Build the tree from the parser's events, with a stack of its own."""
    import yaml

    root: Node | None = None
    stack: list[_Open] = []
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        kind = type(event)
        node: Node
        if kind is yaml.ScalarEvent:
            node = _scalar(text, event, slips)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if len(stack) == MAX_DEPTH:
                _refuse(
                    event, f"nested deeper than {MAX_DEPTH} levels: give inner statements a node of their own", slips
                )
            _refuse_extras(event, slips)
            stack.append(_Open(event, kind is yaml.MappingStartEvent))
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            node = stack.pop().close(event)
        else:
            _refuse_rest(event, root, slips)
            continue
        if stack:
            stack[-1].take(node, slips)
        else:
            root = node
    return root


@define
class _Open:
    """A mapping or sequence whose end has not come yet."""

    event: Any
    is_mapping: bool
    items: list[Any] = field(factory=list)
    key: Scalar | None = None

    def take(self, node: Node, slips: Slips) -> None:
        if not self.is_mapping:
            self.items.append(node)
        elif self.key is None:
            self.key = _as_key(node, slips)
        else:
            self.items.append((self.key, node))
            self.key = None

    def close(self, event: Any) -> Mapping | Sequence:
        """Close it; a block's end mark lies behind comments, so its last item's end is taken."""
        items, flow = self.items, bool(self.event.flow_style)
        start, end = self.event.start_mark.index, event.end_mark.index
        if self.is_mapping:
            return Mapping(items, start, items[-1][1].end if items and not flow else end, flow)
        return Sequence(items, start, items[-1].end if items and not flow else end, flow)


def _scalar(text: str, event: Any, slips: Slips) -> Scalar:
    if event.tag is not None or event.anchor is not None:
        _refuse_extras(event, slips)
    start, end, value = event.start_mark.index, event.end_mark.index, event.value
    if not event.style:
        cut = _CUT.match(text, end)
        if cut and start < end:
            _note_cut(text, Scalar(event.value, start, end), cut, slips)
    elif event.style in "|>":
        end, value = start + len(text[start:end].rstrip()), value.rstrip("\n")
    return Scalar(value, start, end, event.style or "")


def _as_key(node: Node, slips: Slips) -> Scalar:
    if isinstance(node, Scalar):
        return node
    slips.add(SYNTAX, "a key is a word, not a list or a mapping: quote a text that begins with [ or {", span(node))
    return Scalar("", node.start, node.end)


def _note_cut(text: str, value: Scalar, cut: re.Match[str], slips: Slips) -> None:
    whole = text[value.start : cut.end()].rstrip()
    slips.add(
        COMMENT_IN_TEXT,
        f"the text ends before {cut[1].split()[0]!r}, for ' #' begins a comment; if it belongs to the text, quote it: "
        f"{quoted(whole)}",
        Span(cut.start(1), cut.end(1)),
    )


def _refuse_rest(event: Any, root: Node | None, slips: Slips) -> None:
    """Refuse aliases and a second document; the other events say nothing."""
    import yaml

    if type(event) is yaml.AliasEvent:
        _refuse(event, f"aliases are not allowed: write out what *{event.anchor} stands for, or quote the text", slips)
    if type(event) is yaml.DocumentStartEvent and root is not None:
        _refuse(event, "a second document begins here: a file holds one map", slips)


def _refuse_extras(event: Any, slips: Slips) -> None:
    """Refuse tags and anchors; ``!`` alone only says that a scalar is text."""
    if event.tag not in (None, "!"):
        _refuse(event, "tags (!…) are not allowed: every value is text; quote a text that begins with !", slips)
    if event.anchor is not None:
        _refuse(event, "anchors (&…) are not allowed; quote a text that begins with &", slips)


def _refuse(event: Any, message: str, slips: Slips) -> NoReturn:
    slips.add(SYNTAX, message, Span(event.start_mark.index, event.end_mark.index))
    raise _Refused
