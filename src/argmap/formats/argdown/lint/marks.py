"""What looks like a mark of Argdown and is read as plain text: titles, data, comments without an end, and more."""

from __future__ import annotations

import re

from argmap.flaws import Flaws
from argmap.formats.argdown.meaning.model import Interpretation
from argmap.formats.argdown.syntax.tree import Element, Tree
from argmap.rules.mark_in_text import RULE as MARK_IN_TEXT
from argmap.text import Span

_TITLE = re.compile(r"(?:\[|<(?=[^\W\d]))([^\[\]<>\r\n:]*)(:|\r?$)", re.MULTILINE)
_DATA = re.compile(r"(?<!\\)\{[ \t\r\n]*[\w-]+[ \t]*:")
_BROKEN = re.compile(r"\{[^}\n]*\r\n[^}]*\}")
_COMMENT = re.compile(r"(?<!\\)(?:/\*|<!--)")
_IN_ONE_LINE = (
    "data over several lines is only read from a file whose lines end as on Linux and macOS, without carriage returns: "
    "save it that way, or write the data on one line"
)
_CLOSED_BY = {"[": "]", "<": ">", "/*": "*/", "<!--": "-->"}


def check_marks(tree: Tree, model: Interpretation, flaws: Flaws) -> None:
    """Note marks that Argdown takes for words, with what would make them marks."""
    for node in model.titled():
        for member in node.members:
            element = member.element
            text = element.text
            if text[:1] in ("[", "<", "#", "=") and element.title is None:
                _beginning(tree.text, element, flaws)
            if "{" in text and element.data is None and (found := _DATA.search(tree.text, element.start, element.end)):
                is_broken = _BROKEN.match(tree.text, found.start())
                _add(
                    flaws, _IN_ONE_LINE if is_broken else "data that begins here has no end: write '}' after it", found
                )
            if "/*" in text or "<!--" in text:
                _comments(tree, element, flaws)


def _beginning(text: str, element: Element, flaws: Flaws) -> None:
    """Note a title or front matter without an end, and a heading without a blank."""
    found = _TITLE.match(text, element.start, element.end)
    if found and not element.ranges:
        title = f"{found[0][0]}{found[1].strip()}{_CLOSED_BY[found[0][0]]}"
        _add(flaws, f"the title that begins here has no end: write '{title}{': …' if found[2] == ':' else ''}'", found)
    elif element.start == 0 and text.startswith("==="):
        message = "the front matter that begins here has no end: write '===' on a line below it"
        flaws.add(MARK_IN_TEXT, f"this is read as plain text; {message}", Span(0, 3))
    elif text.startswith("##", element.start):
        words = text[element.start : element.end].lstrip("#")
        marks = element.end - element.start - len(words)
        message = f"a heading has a blank after its marks: write '{'#' * marks} …'"
        flaws.add(MARK_IN_TEXT, f"this is read as plain text; {message}", Span(element.start, element.end))


def _comments(tree: Tree, element: Element, flaws: Flaws) -> None:
    for found in _COMMENT.finditer(tree.text, element.start, element.end):
        if not tree.is_comment(found.start()):
            _add(flaws, f"the comment that begins here has no end: write '{_CLOSED_BY[found[0]]}' after it", found)


def _add(flaws: Flaws, message: str, found: re.Match[str]) -> None:
    flaws.add(MARK_IN_TEXT, f"this is read as plain text; {message}", Span(*found.span()))
