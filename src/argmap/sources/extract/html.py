"""Web pages: the text a reader sees, block by block, without menus, margins and footnote marks.

Reads with the standard library alone. Where a page has one ``main`` or one ``article``, only that is taken. For
pages that mark nothing, `argmap.sources.extract.web` guesses the main text.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from attrs import define, field

from argmap.errors import ReadError
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract.text import decode

_SKIPPED = frozenset(
    "script style noscript template svg math iframe object nav aside footer form button select dialog head".split()
)
_BLOCKS = frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main ol p pre section summary table tbody tfoot thead tr ul title".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_CELLS = frozenset(("td", "th"))
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 blockquote pre table ul ol dl figure section article".split())
_CLOSES_ITSELF = frozenset("p li dt dd tr td th option".split())
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_LOOKS = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")
_NOTE_MARK = re.compile(r"\W*(?:\d{1,3}|[a-z*†‡§]|note \d+|citation needed)\W*$", re.IGNORECASE)
_EXPONENT = re.compile(r"[\d+\-=()n]+")
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a page; its encoding is the named one, else that of its byte order mark or its ``meta``, else UTF-8."""
    declared = _CHARSET.search(data[:4096])
    text = decode(data, encoding or (declared[1].decode("ascii", "replace") if declared else None))
    page = _Page()
    page.feed(text)
    page.close()
    found = tidy(page.text())
    if not found.strip():
        raise ReadError("the page holds no text; a page that is built by a script must be saved from the browser")
    return Extracted(found, page.title.strip() or None, "html 1")


@define
class _Open:
    """An element whose end has not come yet."""

    name: str
    hidden: bool
    linked: bool = False
    parts: list[str] | None = None


@define(slots=False, eq=False, init=False)
class _Page(HTMLParser):
    """Collects text; what is open is on a stack, so that broken nesting ends where it should."""

    open: list[_Open] = field(factory=list)
    found: list[str] = field(factory=list)
    regions: list[tuple[str, int, int]] = field(factory=list)
    title: str = ""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.__attrs_init__()

    def text(self) -> str:
        """Return the text of the one main part, or of the whole page."""
        for name in ("main", "article"):
            parts = [(start, end) for region, start, end in self.regions if region == name]
            if len(parts) == 1 and "".join(self.found[slice(*parts[0])]).strip():
                return "".join(self.found[slice(*parts[0])])
        return "".join(self.found)

    def close(self) -> None:
        super().close()
        while self.open:
            self._end(self.open[-1].name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._add("\n")
        if tag in _BLOCKS or tag in _CELLS:
            while self.open and self.open[-1].name == "sup":
                self._end("sup")
            self._close_same(tag)
            self._break(tag)
        if tag in _VOID:
            return
        values = dict(attrs)
        style = (values.get("style") or "").replace(" ", "").lower()
        unseen = "hidden" in values or "display:none" in style or values.get("aria-hidden") == "true"
        hidden = tag in _SKIPPED or (unseen and tag != "body") or bool(self.open and self.open[-1].hidden)
        if tag == "a" and self.open and self.open[-1].name == "sup":
            self.open[-1].linked = True
        self.open.append(_Open(tag, hidden, parts=[] if tag == "sup" else None))
        if tag in ("main", "article"):
            self.regions.append((tag, len(self.found), -1))

    def handle_endtag(self, tag: str) -> None:
        if any(element.name == tag for element in self.open[-64:]):
            while self.open[-1].name != tag:
                self._end(self.open[-1].name)
            self._end(tag)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].name == "title":
            self.title += data
        elif any(element.name == "pre" for element in self.open[-8:]):
            self._add(data)
        else:
            self._add(_SPACE.sub(" ", data))

    def _add(self, text: str) -> None:
        if self.open and self.open[-1].hidden:
            return
        marks = next((element for element in reversed(self.open[-4:]) if element.parts is not None), None)
        if marks is not None and marks.parts is not None:
            marks.parts.append(text)
            return
        if text == " " and (not self.found or self.found[-1].endswith((" ", "\n"))):
            return
        if text[:1] == " " and self.found and self.found[-1].endswith((" ", "\n")):
            text = text[1:]
        self.found.append(text)

    def _break(self, tag: str) -> None:
        if tag in _CELLS:
            self._add(" ")
        elif not (self.open and self.open[-1].hidden):
            last = self.found[-1] if self.found else "\n\n"
            wanted = "\n\n" if tag in _PARAGRAPHS else "\n"
            if not last.endswith(wanted):
                self.found.append(wanted)

    def _close_same(self, tag: str) -> None:
        """Close a paragraph, item or cell that a new one ends."""
        if tag in _CLOSES_ITSELF and self.open and self.open[-1].name == tag:
            self._end(tag)

    def _end(self, tag: str) -> None:
        element = self.open.pop()
        if element.parts is not None and not element.hidden:
            self._superscript("".join(element.parts), linked=element.linked)
        if tag in _BLOCKS:
            self._break(tag)
        if tag in ("main", "article"):
            last = max(i for i, (name, _, end) in enumerate(self.regions) if name == tag and end < 0)
            self.regions[last] = (tag, self.regions[last][1], len(self.found))

    def _superscript(self, text: str, *, linked: bool) -> None:
        """Drop a footnote mark; keep an exponent as one."""
        if not (linked and _NOTE_MARK.match(text)):
            self._add(text.translate(_SUPERSCRIPT) if _EXPONENT.fullmatch(text) else text)


EXTRACTOR = Extractor(
    title="web page",
    suffixes=(".html", ".htm", ".xhtml"),
    media_types=("text/html", "application/xhtml+xml"),
    looks_right=lambda head: bool(_LOOKS.match(head)),
    read=read,
)
