"""The analysed text as OVA keeps it: HTML in which the words of a node stand in a ``span`` that is called after it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from attrs import field, frozen

from argmap.text import Span

_NAMES = (
    "a|abbr|article|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|font|footer|h[1-6]|head|header|hr|html|"
    "i|img|ins|label|li|link|main|mark|meta|nobr|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|"
    "table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr"
)
_TAG = re.compile(rf"<(/?)({_NAMES})(\s[^<>]*|/)?>|<!--[^<>]*-->", re.IGNORECASE)
_ID = re.compile(r"""\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)
_BREAKS = frozenset(
    "article blockquote center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table tr ul".split()
)
_HIDDEN = frozenset(("script", "style", "title"))
_PREFIX = "node"


@frozen
class Highlighted:
    """A text with the places of nodes in it.

    Attributes:
        text: Its words, with line breaks where HTML has them.
        spans: The places of each node, by its id, in order.
    """

    text: str
    spans: dict[str, list[Span]] = field(factory=dict)


def read(markup: str) -> Highlighted:
    r"""Read a text; what is no tag of HTML is taken for words, so that plain text is its own.

    Example:
        >>> read('So <span id="node7" class="highlighted">wells ran dry</span>.<br>Help &amp; water came.')
        Highlighted(text='So wells ran dry.\nHelp & water came.', spans={'7': [Span(start=3, end=16)]})
        >>> read("2 < 3 <ok>").text
        '2 < 3 <ok>'
    """
    pieces: list[str] = []
    length = last = 0
    opened: list[tuple[str, int]] = []
    spans: dict[str, list[Span]] = {}
    hidden = ""
    for match in _TAG.finditer(markup):
        piece = "" if hidden else unescape(markup[last : match.start()])
        name = (match[2] or "").lower()
        if name == "br" or (name in _BREAKS and not (piece or "".join(pieces[-1:]) or "\n").endswith("\n")):
            piece += "\n" if not hidden else ""
        pieces += [piece] if piece else []
        length, last = length + len(piece), match.end()
        if name in _HIDDEN and not hidden and not match[1]:
            hidden = name
        elif name == hidden and match[1]:
            hidden = ""
        elif name == "span" and not match[1]:
            opened.append((_node(match[3] or ""), length))
        elif name == "span" and opened:
            _close(*opened.pop(), length, spans)
    pieces.append("" if hidden else unescape(markup[last:]))
    length += len(pieces[-1])
    for node, start in reversed(opened):
        _close(node, start, length, spans)
    return Highlighted("".join(pieces), {node: sorted(those, key=lambda s: s.start) for node, those in spans.items()})


def _node(attributes: str) -> str:
    found = _ID.search(attributes)
    name = unescape(next(filter(None, found.groups()), "")) if found else ""
    return name.removeprefix(_PREFIX) if name.startswith(_PREFIX) else ""


def _close(node: str, start: int, end: int, spans: dict[str, list[Span]]) -> None:
    if node and start < end:
        spans.setdefault(node, []).append(Span(start, end))


def write(text: str, spans: Iterable[tuple[str, Span]]) -> str:
    r"""Write a text with the places of nodes in it; these do not overlap, and stand in order.

    Example:
        >>> write("Wells ran dry.\nHelp & water came.", [("7", Span(0, 13))])
        '<span id="node7" class="highlighted">Wells ran dry</span>.<br>Help &amp; water came.'
    """
    pieces: list[str] = []
    last = 0
    for node, span in spans:
        words = _escaped(text[span.start : span.end])
        pieces += [
            _escaped(text[last : span.start]),
            f'<span id="{_PREFIX}{escape(node)}" class="highlighted">{words}</span>',
        ]
        last = span.end
    return "".join((*pieces, _escaped(text[last:])))


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
