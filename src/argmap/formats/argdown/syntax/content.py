"""Texts: their words, their tags, and their marked parts."""

from __future__ import annotations

import re
from typing import Any

from argmap.formats.argdown.syntax import tokens as t
from argmap.formats.argdown.syntax.cursor import Cursor, UnexpectedError
from argmap.formats.argdown.syntax.tree import Ranges

_LINK = re.compile(r"\[([^\]\n\r]+)\]\(([^)\n\r]+)\)")
RANGE_NAMES = {"**": "bold", "__": "bold", "*": "italic", "_": "italic"}


def read_content(cursor: Cursor) -> tuple[str, list[str], Ranges]:
    """Read text up to what is not text; return its words, tags and ranges."""
    tokens, index = cursor.tokens, cursor.index
    kind, start, end = tokens[index]
    if kind == t.TEXT:
        count = 2 if tokens[index + 1][0] == t.NEWLINE else 1
        if tokens[index + count][0] not in t.CONTENT_OR_BRACKET:
            cursor.advance(count)
            return cursor.text[start:end], [], ()
    return _Content(cursor).read()


class _Content:
    """Reads a text with marks in it."""

    def __init__(self, cursor: Cursor) -> None:
        self.cursor = cursor
        self.parts: list[str] = []
        self.length = 0
        self.tags: list[str] = []
        self.ranges: list[list[Any]] = []
        self.open: list[tuple[int, int]] = []
        self.pending: list[int | None] = []

    def read(self) -> tuple[str, list[str], Ranges]:
        """Read to the end of the text."""
        cursor = self.cursor
        while True:
            kind = cursor.kind
            if kind in t.WORDS:
                self._words(kind)
            elif kind == t.NEWLINE:
                following = cursor.tokens[cursor.index + 1][0]
                if following in t.CONTENT and not (self.parts and self.parts[-1].endswith(" ")):
                    self._say(" ")
            elif kind == t.RANGE_START:
                self.open.append((len(self.ranges), cursor.index))
                self.pending.append(len(self.ranges))
                self.ranges.append([RANGE_NAMES[cursor.image()], "", self.length, self.length])
            elif kind == t.RANGE_END and self.open:
                self._close()
            elif kind in t.MARKS:
                self._mark(kind)
            elif kind in t.BRACKETS and self.parts and cursor.takes_bracket():
                _, start, end = cursor.tokens[cursor.index]
                self._say(" " * (cursor.text[start - 1].isspace() and not self.parts[-1].endswith(" ")))
                self._say(cursor.text[start : end + cursor.text.startswith((" ", "\t"), end)])
            else:
                break
            cursor.advance()
        if self.open:
            self._unclosed()
        ranges = tuple([(kind, target, start, end) for kind, target, start, end in self.ranges])
        return "".join(self.parts), self.tags, ranges

    def _words(self, kind: int) -> None:
        self._say(self.cursor.words())
        if kind == t.SPECIAL and self.cursor.image().strip() in self.cursor.shortcodes:
            self.pending.append(None)

    def _say(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _close(self) -> None:
        self.open.pop()
        closed = self.pending.pop()
        if closed is not None:
            self.ranges[closed][3] = self.length - 1
        if self.cursor.image().endswith(" "):
            self._say(" ")

    def _unclosed(self) -> None:
        number, index = self.open[-1]
        name, _, _, _ = self.ranges[number]
        mark = {"bold": "'**' or '__'", "italic": "'*' or '_'"}[name]
        message = (
            f"the {name} range has no end: close it with the {mark} it began with, "
            "or write a backslash before the mark to mean the character itself"
        )
        self.cursor.unclosed.append((message, index))

    def _mark(self, kind: int) -> None:
        cursor = self.cursor
        image = cursor.image()
        bare = image.rstrip(" \t")
        blank = " " if image.endswith(" ") else ""
        if kind == t.LINK:
            link = _LINK.match(bare)
            if not link:
                raise UnexpectedError("a link must stand on one line: put '[words](address)' together")
            self.ranges.append(["link", link[2], self.length, self.length + len(link[1]) - 1])
            self._say(link[1] + blank)
        elif kind == t.TAG:
            tag = cursor.tag(self.tags)
            if not cursor.remove_tags:
                self.ranges.append(["tag", tag, self.length, self.length + len(image) - 1])
                self._say(image)
        else:
            name = "statement-mention" if kind == t.STATEMENT_MENTION else "argument-mention"
            self.ranges.append([name, bare[2:-1], self.length, self.length + len(image) - 1])
            self._say(image)
