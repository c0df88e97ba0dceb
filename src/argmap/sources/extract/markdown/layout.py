"""The text of Markdown, block by block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from argmap.errors import MissingExtraError
from argmap.sources.extract._account import Account
from argmap.sources.extract._lines import Lines
from argmap.sources.extract._scripts import above, below
from argmap.sources.extract.markdown.parser import FOOTNOTE_MARK

if TYPE_CHECKING:
    from markdown_it.token import Token

ADDRESSES = "addresses of links"
COMMENTS = "comments"
HTML = "HTML parts"
NOTE_MARKS = "note marks"
PICTURES = "pictures"

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ANY_TAG = re.compile(r"<[^<>]*+>")
_COMMENT = re.compile(r"<!--(?:(?!-->)[\s\S])*+(?:-->|\Z)")
_WORD = re.compile(r"\w")
_SCRIPTS = {"sup": above, "sub": below}
_NESTED = 8
_LISTS = ("list_open", "list_close")
_PARAGRAPHS = frozenset(
    "blockquote_open blockquote_close bullet_list_open bullet_list_close heading_open heading_close hr "
    "ordered_list_open ordered_list_close paragraph_open paragraph_close table_open table_close".split()
)
_UNSEEN = frozenset(("script", "style", "template"))
_NO_PARSER = "its parts in HTML are not in the text, as reading them needs selectolax: pip install 'argmap[web]'"


@frozen
class Laid:
    """A text, its first heading of the first level, and what may be wrong with it."""

    text: str
    heading: str | None
    doubts: tuple[str, ...]


def lay_out(tokens: Iterable[Token], account: Account) -> Laid:
    """Lay out the text of what was parsed, and tell what is left out."""
    layout = _Layout(account)
    for token in tokens:
        layout.take(token)
    return Laid(layout.lines.text(), layout.heading, tuple(layout.doubts()))


@define
class _Layout:
    account: Account
    lines: Lines = field(factory=Lines)
    heading: str | None = None
    in_heading: bool = False
    struck: int = 0
    unread_html: bool = False

    def take(self, token: Token) -> None:
        """Take the next token of the blocks."""
        kind = token.type
        if kind == "inline":
            self._inline(token)
        elif kind in ("fence", "code_block", "html_block"):
            self.lines.part("\n\n")
            self.lines.write_as_it_stands(
                (self._html(token.content) if kind == "html_block" else token.content).strip("\n")
            )
            self.lines.part("\n\n")
        elif kind in ("td_open", "th_open"):
            self.lines.part(" ")
        elif kind == "tr_open":
            self.lines.part("\n")
        elif kind == "list_item_open":
            self.lines.part("\n")
            if token.info:
                self.lines.write_as_it_stands(f"{token.info}{token.markup} ")
                self.lines.quiet = True
        elif kind in _PARAGRAPHS:
            self.in_heading = kind == "heading_open" and token.tag == "h1"
            self.lines.part("\n" if token.hidden or (kind.endswith(_LISTS) and token.level) else "\n\n")

    def doubts(self) -> Iterator[str]:
        """Yield what may be wrong with the text."""
        if self.struck:
            yield f"{self.struck} passage{'s are' if self.struck > 1 else ' is'} struck through, and part of the text"
        if self.unread_html:
            yield _NO_PARSER

    def _inline(self, token: Token) -> None:
        text = self._words(token.children or [])
        if self.in_heading and self.heading is None:
            self.heading = " ".join(text.split()) or None
        self.lines.write_as_it_stands(text.strip())

    def _words(self, tokens: list[Token]) -> str:
        """Return the words of inline tokens; those of a superscript or subscript are put together first."""
        open_parts: list[list[str]] = [[]]
        scripts: list[Callable[[str], str]] = []
        unseen = ""
        for token in tokens:
            tag = _TAG.match(token.content) if token.type == "html_inline" else None
            name, ends = (tag[2].lower(), bool(tag[1])) if tag else ("", False)
            if unseen:
                unseen = "" if ends and name == unseen else unseen
            elif name in _UNSEEN and not ends:
                unseen = name
            elif name in _SCRIPTS and not ends and len(scripts) < _NESTED:
                scripts.append(_SCRIPTS[name])
                open_parts.append([])
            elif name in _SCRIPTS and scripts:
                inside = "".join(open_parts.pop())
                open_parts[-1].append(scripts.pop()(inside))
            else:
                open_parts[-1].append(self._word(token, name))
        return "".join(part for parts in open_parts for part in parts)

    def _word(self, token: Token, tag: str) -> str:
        kind = token.type
        if kind in ("softbreak", "hardbreak") or tag == "br":
            return "\n"
        if kind == "html_inline":
            self._tell_tag(token.content, tag)
        elif kind == "image":
            self.account.add(PICTURES)
        elif kind == FOOTNOTE_MARK:
            self.account.add(NOTE_MARKS, token.content)
        elif kind == "link_open" and token.markup != "autolink":
            self.account.add(ADDRESSES)
        elif kind == "s_open":
            self.struck += 1
        else:
            return token.content
        return ""

    def _tell_tag(self, content: str, tag: str) -> None:
        if content.startswith("<!--"):
            self.account.add(COMMENTS)
        elif tag == "img":
            self.account.add(PICTURES)

    def _html(self, content: str) -> str:
        """Return the text of a block of HTML."""
        for _ in range(content.count("<!--")):
            self.account.add(COMMENTS)
        if not _WORD.search(_COMMENT.sub("", content)):
            return ""
        try:
            from argmap.sources.extract.html import read_markup

            return read_markup(content, self.account).text
        except MissingExtraError:
            self.unread_html = True
            self.account.add(HTML, _ANY_TAG.sub(" ", content))
            return ""
