"""How deep the parts of a page may be nested: deeper than a browser nests them, they are taken as one.

The standard's tree construction looks through the open elements at each tag, and opens unclosed marks such as ``b``
again in each paragraph: without a limit, a page of some kilobytes would take hours, or all memory.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from attrs import define, field

from argmap.errors import ReadError

_DEEPEST = 512
"""As browsers limit it."""
_MARKS = 8
_REOPENED = 3_000_000
_ATTRIBUTES = 2_000
_LONG = 10_000
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_TAG = re.compile(r"<(?:(/?)([A-Za-z][^\s/>]*+)([^<>]*+)|!--)")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_CLOSED_BY_OTHERS = frozenset(
    "a body button br area base col colgroup dd dt embed form frame head hr html img input li link meta nobr optgroup "
    "option p param rb rp rt rtc source tbody td tfoot th thead title tr track wbr h1 h2 h3 h4 h5 h6".split()
)
_FORMATTING = frozenset("b big code em font i s small strike strong tt u".split())
_BREAKS_OUT = _FORMATTING | frozenset("blockquote center div dl menu ol p pre ruby span sub sup table ul var".split())
_INLINE = _FORMATTING | frozenset("abbr cite del dfn ins kbd label mark q samp span sub sup time var".split())


def made_shallow(markup: str) -> str:
    """Return a page whose tags nest at most 512 deep; the page itself where they do.

    The tags of deeper parts are written as line breaks, those of deeper marks as nothing.

    Raises:
        ReadError: The page leaves so many marks open that opening them again would take all memory, or a tag has
            thousands of attributes, each of which the parser compares with all before it.

    Example:
        >>> made_shallow("<div>" * 600 + "deep").count("<div>")
        512
    """
    if len(markup) < _LONG and markup.count("<") <= _MARKS:
        return markup
    count = _Count()
    unclosed = 0
    for tag in _tags(markup):
        count.take(tag, tag[2].lower())
        unclosed = 0 if markup.startswith(">", tag.end()) else unclosed + 1
        if unclosed > _ATTRIBUTES or (len(tag[3]) > _LONG and len(_QUOTED.sub("", tag[3]).split()) > _ATTRIBUTES):
            line = markup.count("\n", 0, tag.start()) + 1
            raise ReadError(f"line {line}: a tag has more than {_ATTRIBUTES:,} attributes; is its '>' missing?")
    if count.reopened > _REOPENED:
        raise ReadError("it leaves so many marks such as <b> and <font> open that it cannot be read: close them")
    return _changed(markup, count.changes) if count.changes else markup


@define
class _Count:
    """What is open, and what is not to be opened."""

    opened: Counter[str] = field(factory=Counter)
    skipped: Counter[str] = field(factory=Counter)
    depth: int = 0
    marks: int = 0
    reopened: int = 0
    changes: list[tuple[int, int, str]] = field(factory=list)

    def take(self, tag: re.Match[str], name: str) -> None:
        is_mark = name in _FORMATTING
        if name in _CLOSED_BY_OTHERS:
            self.reopened += self.marks
        elif tag[1] and self.skipped[name]:
            self.skipped[name] -= 1
            self.changes.append((*tag.span(2), "wbr"))
        elif tag[1]:
            if self.opened[name]:
                self._open(name, -1, is_mark=is_mark)
        elif tag[3].endswith("/") and (self.opened["svg"] or self.opened["math"]) and name not in _BREAKS_OUT:
            return
        elif self.depth >= _DEEPEST or (is_mark and self.marks >= _MARKS):
            self.skipped[name] += 1
            self.changes.append((*tag.span(2), "wbr" if name in _INLINE else "br"))
        else:
            self._open(name, 1, is_mark=is_mark)
            self.reopened += self.marks

    def _open(self, name: str, more: int, *, is_mark: bool) -> None:
        self.opened[name] += more
        self.depth += more
        self.marks += more * is_mark


def _tags(markup: str) -> Iterator[re.Match[str]]:
    """Yield the tags outside comments, scripts and styles."""
    at = 0
    while tag := _TAG.search(markup, at):
        at = tag.end()
        if tag[2] is None:
            end = markup.find("-->", tag.start() + 2)
            at = len(markup) if end < 0 else end + 3
            continue
        if not tag[1] and (raw := _RAW.get(tag[2].lower())):
            end_tag = raw.search(markup, at)
            at = end_tag.start() if end_tag else len(markup)
        yield tag


def _changed(markup: str, changes: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, new in changes:
        parts += markup[at:start], new
        at = end
    return "".join([*parts, markup[at:]])
