"""Strict YAML to a tree: events of PyYAML's C parser, no tags, no aliases, one document.

Every scalar is text. Where the text is not YAML, it is read as `mend` repairs it, so that one pass finds every slip.
"""

from __future__ import annotations

import re
from typing import Any

from attrs import define

from argmap.flaws import Flaws
from argmap.native.characters import printable, unescaped
from argmap.native.scalars import quoted
from argmap.native.tree import MAX_DEPTH, TOO_DEEP, Mapping, Node, Scalar, Sequence, span
from argmap.native.yaml.events import DEPTH, events, refusals
from argmap.rules.comment_in_text import RULE as COMMENT_IN_TEXT
from argmap.rules.syntax import RULE as SYNTAX
from argmap.text import OffsetMap, Span

_CUT = re.compile(r"[ \t]+(#(?:[^\s#!]|[ ]\d)[^\n\r]*)")
_BREAKS = {"\x85": "\ufdd0", "\u2028": "\ufdd1", "\u2029": "\ufdd2"}
"""What YAML 1.1 takes for line ends, and YAML 1.2 and every editor do not; with what stands in for it while parsing."""
_HIDE = str.maketrans(_BREAKS)
_SHOW = str.maketrans({hidden: char for char, hidden in _BREAKS.items()})


class _TooDeepError(Exception):
    """The text nests deeper than is read; a slip was noted."""


def parse(flaws: Flaws) -> Node | None:
    """Read a text as strict YAML.

    Args:
        flaws: The text, without a byte order mark, and the flaws found in it.

    Returns:
        The tree, with spans of the text as it was written, or None when there is none to be had.
    """
    text = printable(flaws)
    hidden = any(char in text for char in _BREAKS)
    if hidden:
        text = text.translate(_HIDE)
    before = len(flaws.found)
    try:
        return _Composer(text, flaws, hidden).compose()
    except refusals() as error:
        del flaws.found[before:]
        if _is_too_deep(text, error, flaws, hidden):
            return None
    except _TooDeepError:
        return None
    from argmap.native.yaml.mending.mend import mend

    try:
        draft = mend(text, flaws)
        return _Composer(draft.text(), flaws, hidden, draft.offsets()).compose() if draft else None
    except _TooDeepError:
        return None


def _is_too_deep(text: str, error: Any, flaws: Flaws, hidden: bool) -> bool:
    """Note where a text begins to nest too deep, if its depth is what the parser, which looks ahead, stopped at."""
    if DEPTH not in (getattr(error, "problem", None) or ""):
        return False
    before = len(flaws.found)
    try:
        _Composer(text[: error.problem_mark.index], flaws, hidden).compose()
    except _TooDeepError:
        return True
    except refusals():
        del flaws.found[before:]
    return False


@define
class _Composer:
    """Builds a tree from the parser's events, with a stack of its own.

    Attributes:
        text: What to read: the text as it was written, or as it was mended.
        flaws: Where flaws are noted.
        hidden: Whether line ends of YAML 1.1 were replaced.
        offsets: Lead from a mended text to the text as it was written; None where nothing was mended.
    """

    text: str
    flaws: Flaws
    hidden: bool
    offsets: OffsetMap | None = None

    def compose(self) -> Node | None:
        from yaml import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
        )

        children: list[Any] = []  # of the innermost open collection; of a mapping, keys and values in turn
        outer: list[tuple[list[Any], Any]] = []
        for event in events(self.text):
            kind = type(event)
            if kind is ScalarEvent:
                children.append(self._scalar(event))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._check(event, len(outer))
                outer.append((children, event))
                children = []
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = self._collection(children, outer[-1][1], event, is_mapping=kind is MappingEndEvent)
                children, _ = outer.pop()
                children.append(node)
            elif kind is AliasEvent:
                children.append(self._not_a_text(event))
            elif kind is DocumentStartEvent and children:
                where = self._span(event.start_mark.index, event.end_mark.index)
                self.flaws.add(SYNTAX, "a second document begins here; only the first is read", where)
                break
        return children[0] if children else None

    def _scalar(self, event: Any) -> Scalar:
        if event.tag is not None or event.anchor is not None:
            return self._not_a_text(event)
        start, end, value, style = event.start_mark.index, event.end_mark.index, event.value, event.style or ""
        if self.hidden:
            value = value.translate(_SHOW)
        if not style:
            if start < end and self.text[end : end + 1] in (" ", "\t"):
                self._note_cut(start, end)
        elif style in "|>":
            end, value = start + len(self.text[start:end].rstrip()), value.rstrip("\n")
        elif style == '"':
            value = unescaped(value, self._span(start, end), self.flaws)
        if self.offsets:
            written = self.offsets.back(Span(start, end))
            start, end = written.start, written.end
        return Scalar(value, start, end, style)

    def _collection(self, children: list[Any], opened: Any, closed: Any, *, is_mapping: bool) -> Mapping | Sequence:
        """Close a collection; a block's end mark lies after comments, so its last child's end is taken."""
        start, end, flow = opened.start_mark.index, closed.end_mark.index, bool(opened.flow_style)
        if self.offsets:
            written = self.offsets.back(Span(start, end))
            start, end = written.start, written.end
        if children and not flow:
            end = children[-1].end
        return Mapping(self._pairs(children), start, end, flow) if is_mapping else Sequence(children, start, end, flow)

    def _not_a_text(self, event: Any) -> Scalar:
        """Read an alias, and a text with an anchor or a tag, as the text that its author may have meant."""
        start, end = event.start_mark.index, event.end_mark.index
        written, where = self.text[start:end], self._span(start, end)
        message = (
            f"a text that begins with {written[0]} needs quotes: write {quoted(written)} "
            "(YAML's aliases, anchors and tags are not allowed)"
        )
        if written[0] == "*" and self.text[max(0, start - 8) : start].rstrip().endswith("cite:"):
            message = "YAML's aliases are not allowed: write same, which cites the passages under 'from:' too"
        self.flaws.add(SYNTAX, message, where)
        return Scalar(written, where.start, where.end)

    def _check(self, opened: Any, depth: int) -> None:
        if depth < MAX_DEPTH and opened.anchor is None and opened.tag is None:
            return
        start = opened.start_mark.index
        where = self._span(start, start + len(self.text[start : start + 40].split(maxsplit=1)[0]))
        if depth == MAX_DEPTH:
            self.flaws.add(SYNTAX, TOO_DEEP, where)
            raise _TooDeepError
        message = "anchors (&…) and tags (!…) are not allowed: delete it, or quote a text that begins so"
        self.flaws.add(SYNTAX, message, where)

    def _pairs(self, items: list[Any]) -> list[tuple[Scalar, Node]]:
        """Join keys and values; a key that is not a text is a slip, and its pair is left out."""
        keys = items[::2]
        for key in keys:
            if type(key) is not Scalar:
                message = "a key is a word, not a list or a mapping: quote a text that begins so"
                self.flaws.add(SYNTAX, message, span(key))
        return [pair for pair in zip(keys, items[1::2], strict=True) if type(pair[0]) is Scalar]

    def _span(self, start: int, end: int) -> Span:
        return self.offsets.back(Span(start, end)) if self.offsets else Span(start, end)

    def _note_cut(self, start: int, end: int) -> None:
        """Report what looks like the rest of a text, and is a comment."""
        cut = _CUT.match(self.text, end)
        if cut is None or cut[1].startswith("#argmap:"):
            return
        line = max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start)) + 1
        mended = self.text[line:start].strip() + " " + quoted(self.text[start : cut.end()].rstrip())
        message = (
            f"the text ends before {cut[1].split()[0]!r}, for ' #' begins a comment: write {mended.strip()}, or, if it "
            "is a comment, '# ' and a word"
        )
        self.flaws.add(COMMENT_IN_TEXT, message, self._span(cut.start(1), cut.end(1)))
