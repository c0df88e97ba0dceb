"""Markdown: the text that a reader of the page sees, without the marks, and an account of what is left out.

Read by CommonMark (https://spec.commonmark.org), with the tables, struck text and footnotes that GitHub adds to it.
"""

from __future__ import annotations

from argmap.sources.encodings import decode
from argmap.sources.extract import Extracted, Extractor, tidy
from argmap.sources.extract._account import Account
from argmap.sources.extract.markdown.front_matter import without_front_matter
from argmap.sources.extract.markdown.layout import NOTE_MARKS, lay_out
from argmap.sources.extract.markdown.parser import parse
from argmap.text import count_words

FRONT_MATTER = "front matter"
TOO_DEEP = "parts nested too deeply"


def read(data: bytes, encoding: str | None = None) -> Extracted:
    """Read a Markdown file; in UTF-8 unless a byte order mark or the caller says otherwise."""
    source, title, has_front_matter = without_front_matter(decode(data, encoding).replace("\r\n", "\n"))
    account = Account()
    if has_front_matter:
        account.add(FRONT_MATTER)
    parsed = parse(source)
    laid = lay_out(parsed.tokens, account)
    for name in parsed.footnotes:
        account.add(NOTE_MARKS, f"[^{name}]:")
    for part in parsed.unread:
        account.add(TOO_DEEP, part)
    text = tidy(laid.text)
    visible = count_words(text) + sum(each.words for each in account.left_out())
    return Extracted(text, title or laid.heading, "markdown 1", visible, account.left_out(), laid.doubts)


EXTRACTOR = Extractor(
    title="Markdown",
    suffixes=(".md", ".markdown"),
    media_types=("text/markdown", "text/x-markdown"),
    looks_right=lambda head: False,  # noqa: ARG005  (nothing tells it from plain text)
    read=read,
)
